import { ListRow, RowTime, StatusTag, Tag, TallyMark } from '@/ui';
import { clock, dayWords } from '@/words/dates';
import { peopleWords, stateWord, tallyOf } from '@/words/visit';
import { visitOf } from './addresses';
import { Facts } from './Facts';
import type { VisitSummary } from './types';

/** The state of a visit in a word, with the shape of its standing where it has one. */
export function StateTag({ state }: Pick<VisitSummary, 'state'>) {
  const word = stateWord(state);
  switch (state) {
    case 'rated':
      return <StatusTag standing="counted" word={word} />;
    case 'completed':
    case 'awaiting_other_side':
      return <StatusTag standing="pending" word={word} />;
    case 'rating_closed':
    case 'no_show':
    case 'cancelled':
    case 'voided':
      return <StatusTag standing="excluded" word={word} />;
    case 'in_service':
      return <Tag tint word={word} />;
    default:
      return <Tag word={word} />;
  }
}

interface Props {
  readonly visit: VisitSummary;
  /** `time`: within a day, by its hour. `day`: in a longer list, by the mark and the date. */
  readonly lead: 'time' | 'day';
  readonly today?: string | undefined;
}

/** A visit in a list; the whole row leads to it. */
export function VisitRow({ visit, lead, today }: Props) {
  const { id, enterprise, topic, day, from, commissioners, state } = visit;
  const mark = <TallyMark state={tallyOf(visit)} size={24} />;
  const facts = lead === 'time' ? [topic] : [dayWords(day, today), peopleWords(commissioners), topic];
  return (
    <ListRow
      name={enterprise.name}
      why={<Facts facts={facts} />}
      lead={lead === 'time' && from !== undefined ? <RowTime>{clock(from)}</RowTime> : mark}
      aside={<StateTag state={state} />}
      to={visitOf(id)}
    />
  );
}
