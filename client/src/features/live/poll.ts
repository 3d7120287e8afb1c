import type { Output } from '@/gateway';

export type Live = Output<'visit.liveCode'>;
export type Present = Live['present'][number];

const OFTEN = 2_000;
const SELDOM = 5_000;
const AFTER_FAILURE = 3_000;
/** The server's clock turns the step a moment before ours may say so. */
const MARGIN = 150;
const SOONEST = 300;

/** Milliseconds until the next question: every two seconds while the code is shown, and at the moment it expires. */
export function nextIn(live: Live | undefined, now: number, showing: boolean): number {
  if (!live) return AFTER_FAILURE;
  const usual = showing ? OFTEN : SELDOM;
  const expiry = Date.parse(live.expiresAt) - now + MARGIN;
  return showing && expiry > 0 ? Math.max(SOONEST, Math.min(usual, expiry)) : usual;
}

/** Whole seconds for which the code still holds, 0 to `stepSeconds`. */
export const secondsLeft = (live: Live, now: number): number =>
  Math.max(0, Math.min(live.stepSeconds, Math.ceil((Date.parse(live.expiresAt) - now) / 1000)));

/** Who came in between two answers. */
export const newcomers = (before: Live | undefined, after: Live): readonly Present[] => {
  if (!before) return [];
  const rest = [...before.present];
  return after.present.filter((one) => {
    const at = rest.findIndex(
      (known) => known.side === one.side && known.name === one.name && known.title === one.title,
    );
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
};

export const isPaired = ({ sides }: Live): boolean => sides.specialist && sides.enterprise;

/** Did this answer join the halves, while we were looking? */
export const justJoined = (before: Live | undefined, after: Live): boolean =>
  before !== undefined && !isPaired(before) && isPaired(after);
