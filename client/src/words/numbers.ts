/** 12345 → "12,345". */
export const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** 0.853 → "85%": rounded down, so that nothing unfinished reads 100 %. */
export const percent = (share: number): string => `${Math.floor(share * 100)}%`;
