import { useEffect } from 'react';
import { ActFailure } from '@/features/visit/acts/ActFailure';
import { focusOn, toTop } from '@/platform/focus';
import { Box, Button, Page } from '@/ui';
import { ratingWords as words } from '@/words/rating';
import '@/words/check-in';
import { type Missing, missingIn, type Rateable, type Visit } from './form';
import styles from './Rating.module.scss';
import { idOf, RatingForm } from './RatingForm';
import { useRating } from './use-rating';

export interface Rated {
  readonly commissionerId: string;
  readonly kind: 'sent' | 'amended' | 'queued';
  readonly amendableThrough: string;
}

interface Props {
  readonly visit: Visit;
  readonly one: Rateable;
  /** 第 1 位，共 2 位; undefined where there is only one. */
  readonly which: string | undefined;
  readonly onDone: (rated: Rated) => void;
}

/** Where a tap on 还差：… leads. */
const placeOf = (missing: Missing): string => idOf(missing === 'theme' || missing === 'time' ? 'known' : missing);

/** The rating of one commissioner. */
export function RateOne({ visit, one, which, onDone }: Props) {
  const commissionerId = one.commissioner.id;
  const amendableThrough = visit.ratingClosesOn ?? visit.day;
  const { form, change, submit, pending, failure } = useRating(visit, one, {
    onSent: (data) =>
      onDone({ commissionerId, kind: one.rated ? 'amended' : 'sent', amendableThrough: data.amendableThrough }),
    onQueued: () => onDone({ commissionerId, kind: 'queued', amendableThrough }),
  });
  const missing = missingIn(form, visit.day);
  useEffect(toTop, []);
  return (
    <Page
      title={words.title}
      hint={words.until(amendableThrough)}
      dock={
        <Button
          word={one.rated ? words.submitAmended : words.submit}
          missing={missing && words.missing[missing]}
          pending={pending}
          onTap={() => (missing ? focusOn(placeOf(missing)) : void submit())}
        />
      }
    >
      <Box className={styles.sheet}>
        {which !== undefined && <Box className="note ink2">{which}</Box>}
        <Box as="h2" className="title">
          {words.question(one.commissioner.name)}
        </Box>
        <Box className={styles.lead}>{words.lead}</Box>
        <RatingForm form={form} change={change} serviceDay={visit.day} wrong={failure?.fields ?? {}} />
        <ActFailure failure={failure} />
      </Box>
    </Page>
  );
}
