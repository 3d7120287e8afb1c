/** 12345 → "12,345". */
export const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** Money in fen → "1,234.50 元"; whole yuan without decimals. */
export function yuan(fen: number): string {
  const sign = fen < 0 ? '−' : '';
  const cents = Math.abs(fen) % 100;
  const whole = grouped(Math.floor(Math.abs(fen) / 100));
  return `${sign}${whole}${cents === 0 ? '' : `.${String(cents).padStart(2, '0')}`} 元`;
}

/** Money in fen → "30 万元" where that is exact enough to read, otherwise as yuan. */
export const wan = (fen: number): string =>
  fen !== 0 && fen % 1_000_000 === 0 ? `${grouped(fen / 1_000_000)} 万元` : yuan(fen);

/** 0.853 → "85%": rounded down, so that nothing unfinished reads 100 %. */
export const percent = (share: number): string => `${Math.floor(share * 100)}%`;
