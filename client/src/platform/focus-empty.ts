import { buzz } from './vibrate';

/** In the mini-program no page can reach into a field from outside: the button names what is missing, and the phone stirs. */
export const focusEmpty = (): void => buzz();
