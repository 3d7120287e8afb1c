import { openId } from '../_wx/cloud';
import { depsOfCloud } from '../_wx/deps';
import { type NightlyReport, runNightly } from './run';

/** For the timer. A person who calls it from a phone gets nothing done. */
export async function main(): Promise<NightlyReport | null> {
  return openId() === undefined ? runNightly(depsOfCloud()) : null;
}
