import { serve } from '../_wx/main';
import { calls } from './calls';

export const main = serve(calls);
