import { dayOf, type Instant } from '../../shared/kernel/calendar';
import type { RatingContent } from '../../shared/visit';
import { rates } from './acts';
import { minutes } from './calendar';
import type { DemoPerson } from './people';
import type { Random } from './random';
import { at, daysLater, type Step } from './script';
import { COMMENTS, LOW_COMMENTS } from './words';

const SCORES = [5, 5, 5, 5, 5, 4, 4, 4, 4, 3, 3, 2, 1] as const;
const MOST_DAYS = 12;

interface Rating {
  readonly by: { readonly person: DemoPerson; readonly enterpriseContact: boolean };
  readonly commissioners: readonly DemoPerson[];
  readonly content: Pick<RatingContent, 'theme' | 'from' | 'to'>;
  /** When the service was completed. */
  readonly closedAt: Instant;
  readonly amends: boolean;
}

/** Mostly within the first days, the leading commissioner always and his team nearly always. */
export function ratingSteps(random: Random, { by, commissioners, content, closedAt, amends }: Rating): readonly Step[] {
  const days = Math.floor(random.next() ** 2 * MOST_DAYS);
  const soon = closedAt + minutes(random.int(3, 150));
  const sameDay = dayOf(soon) === dayOf(content.to);
  const first =
    days === 0 && sameDay ? soon : daysLater(dayOf(closedAt), Math.max(1, days), random.int(8, 20), random.int(0, 59));
  const score = (): number => random.pick(SCORES);
  return commissioners
    .filter((_, i) => i === 0 || random.chance(0.9))
    .flatMap((commissioner, i) => {
      const expertise = score();
      const satisfaction = Math.min(5, Math.max(1, expertise + random.pick([-1, 0, 0, 0, 1])));
      const comments = Math.min(expertise, satisfaction) < 4 ? LOW_COMMENTS : COMMENTS;
      const given = {
        ...content,
        expertise,
        satisfaction,
        ...(random.chance(0.45) && { comment: random.pick(comments) }),
      };
      const act = (version: RatingContent) => rates(by.person.id, by.enterpriseContact, commissioner.id, version);
      const when = first + minutes(i);
      const better = { ...given, satisfaction: Math.min(5, satisfaction + 1), comment: '回访后补充：问题已经解决。' };
      return amends && i === 0
        ? [at(when, act(given)), at(when + minutes(2 * 24 * 60), act(better))]
        : [at(when, act(given))];
    });
}
