import { Box, Card, TallyMark } from '@/ui';
import { checkInWords as words } from '@/words/check-in-page';
import { peopleWords } from '@/words/visit';
import styles from './CheckIn.module.scss';
import type { Form, Resolved } from './form';

function Place({ over, name, topic }: { readonly over: string; readonly name: string; readonly topic: string }) {
  return (
    <Box as="header" className={styles.place}>
      <Box className="note ink2">{over}</Box>
      <Box as="h2" className="title">
        {name}
      </Box>
      {topic !== '' && <Box className="note ink2">{words.topic(topic)}</Box>}
    </Box>
  );
}

/** Whose code it is: for a commissioner the enterprise, for the others who has come to whom. */
export function Head({ resolved, form }: { readonly resolved: Resolved; readonly form: Form }) {
  const { enterprise, commissioners, topic, kind } = resolved;
  if (form.side === 'specialist' || kind === 'enterprise' || commissioners.length === 0)
    return (
      <Place over={form.side === 'enterprise' ? words.codeOf : words.youCameTo} name={enterprise.name} topic={topic} />
    );
  return (
    <Box as="header" className={styles.place}>
      <Box className="note ink2">{words.commissionerCame}</Box>
      <Box className={styles.who}>
        <Box className={styles.avatar} hidden>
          {commissioners[0]?.name.slice(0, 1)}
        </Box>
        <Box className="grow">
          <Box as="h2" className="title">
            {peopleWords(commissioners)}
          </Box>
          <Box className="bold">{enterprise.name}</Box>
          {topic !== '' && <Box className="note ink2">{words.topic(topic)}</Box>}
        </Box>
      </Box>
      <Card pad className={styles.ask}>
        <TallyMark state={resolved.state === 'in_service' ? 'both' : 'commissioner'} size={30} silent />
        <Box className="grow note ink2">
          <Box className={styles.strong}>{form.side === 'party' ? words.confirmParty : words.confirmVisit}</Box>
          <Box>{words.bothNeeded}</Box>
        </Box>
      </Card>
    </Box>
  );
}
