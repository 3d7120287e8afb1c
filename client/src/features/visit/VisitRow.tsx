import { ListRow, RowTime, StatusTag, Tag, TallyMark } from '@/ui';
import { clock, dayWords } from '@/words/dates';
import { briefly, peopleWords, stateWord, tallyOf } from '@/words/visit';
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
  /** Within one enterprise's list its name says nothing: the topic stands in front. */
  readonly by?: 'enterprise' | 'topic';
  /** The reader, whose own name needs no mention. */
  readonly self?: string | undefined;
}

/** A visit in a list; the whole row leads to it. */
export function VisitRow({ visit, lead, today, by = 'enterprise', self }: Props) {
  const { id, enterprise, topic, day, from, commissioners, state } = visit;
  const mark = <TallyMark state={tallyOf(visit)} size={24} />;
  const people = peopleWords(commissioners.filter((one) => one.id !== self));
  const about = by === 'topic' ? people : briefly(topic);
  const facts = lead === 'time' ? [about] : [dayWords(day, today), by === 'topic' ? '' : people, about];
  return (
    <ListRow
      name={by === 'topic' ? topic : enterprise.name}
      why={<Facts facts={facts} />}
      lead={lead === 'time' && from !== undefined ? <RowTime>{clock(from)}</RowTime> : mark}
      aside={<StateTag state={state} />}
      to={visitOf(id)}
    />
  );
}
