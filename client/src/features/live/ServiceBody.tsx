import type { VisitDetail } from '@/features/visit/types';
import { Box, Card, Section, Steps, TallyMark } from '@/ui';
import { clock } from '@/words/dates';
import { liveWords, serviceWords as words } from '@/words/live';
import { peopleWords, stateWord, tallyOf } from '@/words/visit';
import styles from './Live.module.scss';
import { Notes } from './Notes';
import type { ServiceView } from './service-view';

interface Props {
  readonly visit: VisitDetail;
  readonly view: ServiceView;
  /** This check-in just made it two-sided. */
  readonly joined: boolean;
  readonly mayComplete: boolean;
}

function said({ visit, view, joined }: Props): { readonly title: string; readonly lead: string } {
  const by = visit.ratingClosesOn ?? visit.day;
  switch (view) {
    case 'waiting':
      return visit.mine === 'enterprise'
        ? { title: words.waitTitle, lead: words.waitLead }
        : { title: liveWords.waitEnterprise, lead: words.waitLead };
    case 'running':
      return {
        title: joined ? words.doneTitle : liveWords.running,
        lead: visit.mine === 'party' ? words.partyLead : words.runningLead,
      };
    case 'to-rate':
      return { title: words.readyTitle, lead: words.readyLead(by) };
    case 'rated':
      return { title: words.ratedTitle, lead: words.readyLead(by) };
    case 'completed':
      return {
        title: liveWords.completedTitle,
        lead: visit.state === 'completed' ? liveWords.waitingRating(by) : stateWord(visit.state),
      };
    case 'over':
      return { title: words.overTitle, lead: stateWord(visit.state) };
  }
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <Box className={styles.fact}>
      <Box className={styles.factName}>{name}</Box>
      <Box className={styles.factValue}>{value}</Box>
    </Box>
  );
}

function Facts({ visit }: { readonly visit: VisitDetail }) {
  const mine = visit.checkIns.find((one) => one.mine && !one.voided);
  return (
    <Card>
      <Fact name={liveWords.side('enterprise')} value={visit.enterprise.name} />
      {visit.commissioners.length > 0 && <Fact name={words.commissioner} value={peopleWords(visit.commissioners)} />}
      {visit.topic !== '' && <Fact name={words.topic} value={visit.topic} />}
      {mine && (
        <Fact name={words.yourCheckIn} value={[clock(mine.at), mine.orgName, mine.title].filter(Boolean).join(' · ')} />
      )}
    </Card>
  );
}

/** How the visit stands for this person, as one sentence; what is known of it; what comes next. */
export function ServiceBody(props: Props) {
  const { visit, view, joined, mayComplete } = props;
  const { title, lead } = said(props);
  const by = visit.ratingClosesOn ?? visit.day;
  return (
    <Box className={styles.service}>
      <Box className={styles.top} role="status">
        <TallyMark state={tallyOf(visit)} size={84} joining={joined && view === 'running'} />
        <Box as="h2" className={styles.topTitle}>
          {title}
        </Box>
        <Box className={styles.topLead}>{lead}</Box>
      </Box>
      <Facts visit={visit} />
      <Notes visit={visit} />
      {view === 'running' && visit.mine !== 'specialist' && (
        <Section title={words.afterHeading}>
          <Steps steps={mayComplete ? words.afterSteps : words.afterStepsOther} />
        </Section>
      )}
      {view === 'completed' && visit.state === 'completed' && (
        <Section title={liveWords.next}>
          <Steps
            steps={[
              { what: liveWords.nextRating.what, how: liveWords.nextRating.how(by) },
              liveWords.nextCount,
              liveWords.nextWatch,
            ]}
          />
        </Section>
      )}
    </Box>
  );
}
