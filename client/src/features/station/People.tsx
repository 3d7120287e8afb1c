import { DISTRICT_CODES, districtName } from '@shared/enterprise/districts';
import { useState } from 'react';
import { useDraft } from '@/features/draft/use-draft';
import { ActFailure } from '@/features/visit/acts/ActFailure';
import { type Output, useAct, useCall, useNonce } from '@/gateway';
import { copyText } from '@/platform/clipboard';
import { Box, Button, Card, Field, ListRow, Loaded, Select, StateBlock, toast } from '@/ui';
import { dayWords, momentWords } from '@/words/dates';
import { roleWord } from '@/words/roles';
import { INVITED } from '@/words/station';
import styles from './Settings.module.scss';
import type { StationRow } from './types';

type Member = Output<'account.members'>['members'][number];
type Invited = (typeof INVITED)[number];

function MemberRow({
  member,
  today,
  onRevoked,
}: {
  readonly member: Member;
  readonly today: string;
  readonly onRevoked: () => void;
}) {
  const act = useAct('account.revoke');
  const { nonce } = useNonce();
  const [sure, setSure] = useState(false);
  const revoke = async () => {
    const reply = await act.run({ personId: member.id, grantId: member.grant.id, nonce: nonce() });
    if (!reply.ok) return;
    toast(`已收回${member.name}的角色`);
    onRevoked();
  };
  const { from, to } = member.grant;
  return (
    <Box>
      <ListRow
        name={member.name}
        why={`${dayWords(from, today)}起${to === undefined ? '' : `，到 ${dayWords(to, today)}`}`}
        aside={
          <Button
            small
            kind={sure ? 'primary' : 'plain'}
            word={sure ? '确认收回' : '收回'}
            pending={act.pending}
            onTap={() => (sure ? void revoke() : setSure(true))}
          />
        }
      />
      <ActFailure failure={act.failure} />
    </Box>
  );
}

function Invite({ invited, scope }: { readonly invited: Invited; readonly scope: Record<string, string> }) {
  const act = useAct('account.invite');
  const { nonce, renew } = useNonce();
  const { value, change, clear } = useDraft(`invite:${invited.role}`, { name: '' });
  const [made, setMade] = useState<Output<'account.invite'>>();
  const send = async () => {
    const name = value.name.trim();
    const reply = await act.run({ role: invited.role, scope, ...(name !== '' && { name }), nonce: nonce() });
    if (!reply.ok) return;
    renew();
    clear();
    setMade(reply.data);
  };
  const copy = async () => {
    if (made) toast((await copyText(made.url)) ? '已复制邀请链接' : '没能复制，请手动选取');
  };
  return (
    <Card pad>
      <Field label="被邀请人姓名" optional max={30} value={value.name} onChange={(name) => change({ name })} />
      <Box className={styles.save}>
        <Button kind="tint" word={`邀请${roleWord(invited.role)}`} pending={act.pending} onTap={() => void send()} />
      </Box>
      <ActFailure failure={act.failure} />
      {made && (
        <Box className={styles.made} live="polite">
          <Box>{`邀请链接，${momentWords(made.expiresAt)}前有效，只能用一次：`}</Box>
          <Box className={styles.url}>{made.url}</Box>
          <Button small kind="plain" word="复制链接" onTap={() => void copy()} />
        </Box>
      )}
    </Card>
  );
}

interface Props {
  readonly stations: readonly StationRow[];
  readonly today: string;
}

/** Who holds a role for a scope, and invitations to it. */
export function People({ stations, today }: Props) {
  const [role, setRole] = useState<Invited['role']>('stationLead');
  const [stationId, setStation] = useState(stations[0]?.id ?? '');
  const [district, setDistrict] = useState<string>(DISTRICT_CODES[0] ?? '');
  const invited = INVITED.find((one) => one.role === role) ?? INVITED[0];
  const scope: Record<string, string> =
    invited?.scope === 'station' ? { stationId } : invited?.scope === 'district' ? { district } : {};
  const members = useCall('account.members', { role, scope });
  const key = `${role} ${JSON.stringify(scope)}`;
  return (
    <>
      <Box className={styles.choice}>
        <Select
          label="角色"
          value={role}
          onChange={(next) => setRole(next as Invited['role'])}
          options={INVITED.map((one) => ({ value: one.role, word: roleWord(one.role) }))}
        />
        {invited?.scope === 'station' && (
          <Select
            label="站点"
            value={stationId}
            onChange={setStation}
            options={stations.map(({ id, name }) => ({ value: id, word: name }))}
          />
        )}
        {invited?.scope === 'district' && (
          <Select
            label="区"
            value={district}
            onChange={setDistrict}
            options={DISTRICT_CODES.map((code) => ({ value: code as string, word: districtName(code) }))}
          />
        )}
      </Box>
      <Loaded
        of={members}
        isEmpty={(data) => data.members.length === 0}
        empty={<StateBlock icon="people" title="还没有人有这个角色" />}
      >
        {(data) => (
          <Card>
            {data.members.map((member) => (
              <MemberRow key={member.grant.id} member={member} today={today} onRevoked={members.reload} />
            ))}
          </Card>
        )}
      </Loaded>
      <Box className={styles.gap}>{invited && <Invite key={key} invited={invited} scope={scope} />}</Box>
    </>
  );
}
