/** A wide screen (from 960): never in the mini-program, whose window has the width of a phone on a PC too. */
export const useWide = (): boolean => false;
