import { Box, Card, DateField, Field, PrefillRow, Scale } from '@/ui';
import { dayOf, spanWords } from '@/words/dates';
import { ratingWords as words } from '@/words/rating';
import { endsNextDay, type Form, needsDayReason, spanOf } from './form';
import styles from './Rating.module.scss';

interface Props {
  readonly form: Form;
  readonly change: (part: Partial<Form>) => void;
  readonly serviceDay: string;
  readonly wrong: Readonly<Record<string, string>>;
}

export const idOf = (part: string): string => `rating-${part}`;

function Time({ form, change }: Pick<Props, 'form' | 'change'>) {
  return (
    <Box>
      <DateField
        kind="date"
        label={words.day}
        value={form.day}
        onChange={(day) => change({ day })}
        to={dayOf(Date.now())}
      />
      <Box className={styles.times}>
        <Box className={styles.time}>
          <DateField kind="time" label={words.from} value={form.from} onChange={(from) => change({ from })} />
        </Box>
        <Box className={styles.time}>
          <DateField
            kind="time"
            label={words.to}
            value={form.to}
            onChange={(to) => change({ to })}
            hint={endsNextDay(form) ? words.nextDay : undefined}
          />
        </Box>
      </Box>
    </Box>
  );
}

/** Two scores in words, what is already known to be checked, and a word if wanted. */
export function RatingForm({ form, change, serviceDay, wrong }: Props) {
  const span = spanOf(form);
  return (
    <>
      <Box className={styles.scale}>
        <Scale
          id={idOf('expertise')}
          label={words.expertise}
          words={words.expertiseWords}
          value={form.expertise}
          onChange={(expertise) => change({ expertise })}
        />
      </Box>
      <Box className={styles.scale}>
        <Scale
          id={idOf('satisfaction')}
          label={words.satisfaction}
          words={words.satisfactionWords}
          value={form.satisfaction}
          onChange={(satisfaction) => change({ satisfaction })}
        />
      </Box>
      <Box className={styles.known} id={idOf('known')}>
        <Card>
          <PrefillRow
            label={words.theme}
            value={form.theme}
            edit={
              <Field
                id={idOf('theme')}
                label={words.theme}
                value={form.theme}
                onChange={(theme) => change({ theme })}
                max={100}
                error={wrong.theme}
              />
            }
          />
          <PrefillRow
            label={words.time}
            value={span ? spanWords(span[0], span[1]) : ''}
            edit={<Time form={form} change={change} />}
          />
        </Card>
      </Box>
      {needsDayReason(form, serviceDay) && (
        <Field
          id={idOf('dayReason')}
          label={words.dayReason}
          hint={words.dayReasonHint(serviceDay)}
          value={form.dayReason}
          onChange={(dayReason) => change({ dayReason })}
          max={300}
          error={wrong.dayReason}
        />
      )}
      <Field
        id={idOf('comment')}
        kind="area"
        label={words.comment}
        value={form.comment}
        onChange={(comment) => change({ comment })}
        max={500}
        placeholder={words.commentHint}
        optional
        error={wrong.comment}
      />
    </>
  );
}
