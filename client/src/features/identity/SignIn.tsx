import { useState } from 'react';
import { type Output, session, useAct, useCall } from '@/gateway';
import { go, restart } from '@/platform/route';
import { Box, Button, Card, FailureBlock, Icon, Loaded, Section, Skeleton, Tag, TallyMark, Tap } from '@/ui';
import { identityWords as words } from '@/words/identity';
import { roleWord } from '@/words/roles';
import styles from './Identity.module.scss';
import { Redeem } from './Redeem';
import { WeChatOnly } from './WeChatOnly';

type Person = Output<'account.people'>['people'][number];

interface PersonProps {
  readonly person: Person;
  readonly busy: boolean;
  readonly onTap: () => void;
}

function PersonRow({ person, busy, onTap }: PersonProps) {
  return (
    <Box as="li" className={styles.cell}>
      <Tap className={styles.person} busy={busy} onTap={onTap}>
        <Box className={styles.avatar} hidden>
          {person.name.slice(0, 1)}
        </Box>
        <Box className="grow">
          <Box className={styles.line}>
            <Box as="span" className="bold">
              {person.name}
            </Box>
            {person.roles.map((role) => (
              <Tag key={role} word={roleWord(role)} tint />
            ))}
          </Box>
          <Box className="note ink2">{person.what}</Box>
        </Box>
        <Icon name={busy ? 'refresh' : 'next'} tone="ink-3" size={18} weight={2} />
      </Tap>
    </Box>
  );
}

function People({ people, to }: { readonly people: readonly Person[]; readonly to: string }) {
  const actAs = useAct('account.actAs');
  const [chosen, setChosen] = useState('');
  const enter = async (personId: string) => {
    setChosen(personId);
    const reply = await actAs.run({ personId });
    if (!reply.ok) return;
    session.begin(reply.data.token);
    restart(to);
  };
  return (
    <Section title={words.demoHeading}>
      {actAs.failure && <FailureBlock failure={actAs.failure} onAgain={() => void enter(chosen)} />}
      <Box as="ul" className={styles.people}>
        {people.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            busy={actAs.pending && chosen === person.id}
            onTap={() => void enter(person.id)}
          />
        ))}
      </Box>
      <Box className={styles.small}>{words.demoNote}</Box>
    </Section>
  );
}

/** As long as a phone is high, so that what stands below does not move when the people come. */
const Coming = () => (
  <Section title={words.demoHeading}>
    <Skeleton rows={10} height={94} />
  </Section>
);

/** For somebody who opens the site without a session: the demonstration's people, and the ways in for everybody else. */
export function SignIn({ to = '/pages/home/index' }: { readonly to?: string | undefined }) {
  const people = useCall('account.people', {});
  if (people.failure?.code === 'not-found' || people.failure?.code === 'not-allowed') return <WeChatOnly to={to} />;
  return (
    <Box className={styles.page}>
      <Box className={styles.brand}>
        <TallyMark state="both" size={56} silent />
        <Box className="grow">
          <Box as="h2" className="title">
            {words.heading}
          </Box>
          <Box className="ink2">{words.lead}</Box>
        </Box>
      </Box>
      <Loaded of={people} skeleton={<Coming />}>
        {(data) => <People people={data.people} to={to} />}
      </Loaded>
      <Box className={styles.others}>
        <Section title={words.scanHeading}>
          <Card pad>
            <Box className={styles.before}>{words.scanNote}</Box>
            <Button kind="plain" icon="scan" word={words.scan} onTap={() => go('/pages/scan/index')} />
          </Card>
        </Section>
        <Section title={words.invitationHeading}>
          <Redeem to={to} />
        </Section>
      </Box>
    </Box>
  );
}
