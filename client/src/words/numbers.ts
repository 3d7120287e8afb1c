/** 0.853 → "85%": rounded down, so that nothing unfinished reads 100 %. */
export const percent = (share: number): string => `${Math.floor(share * 100)}%`;
