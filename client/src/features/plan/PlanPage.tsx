import { districtOfStation } from '@shared/station/station-id';
import { useEffect, useState } from 'react';
import { useDraft } from '@/features/draft/use-draft';
import { type Me, type Standing, useRole } from '@/features/roles';
import { ActFailure } from '@/features/visit/acts/ActFailure';
import { visitOf } from '@/features/visit/addresses';
import { useAct, useCall, useNonce } from '@/gateway';
import { focusEmpty } from '@/platform/focus-empty';
import { pageParams } from '@/platform/params';
import { replace } from '@/platform/route';
import { Box, Button, DateField, Field, Loaded, Page, toast } from '@/ui';
import { planWords as words } from '@/words/plan';
import { EnterpriseChoice } from './EnterpriseChoice';
import { firstForm, inputOf, missingOf } from './form';
import { PeopleChoice } from './PeopleChoice';
import styles from './Plan.module.scss';
import { StationChoice } from './StationChoice';
import { TypeChoice } from './TypeChoice';

interface Props {
  readonly me: Me;
  readonly standing: Standing;
  /** Asked for by the page that led here. */
  readonly enterpriseId: string | undefined;
}

function usePlan({ me, standing, enterpriseId }: Props) {
  const draft = useDraft(`plan:${standing.key}`, firstForm(me, standing));
  const { value: form, change } = draft;
  const asked = useCall('enterprise.get', enterpriseId === undefined ? null : { enterpriseId });
  const found = asked.data?.enterprise;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what the page was opened with, once it is known
  useEffect(() => {
    if (found)
      change({ enterprise: { id: found.id, name: found.name, district: found.district, industry: found.industry } });
  }, [found?.id]);
  const act = useAct('visit.plan');
  const { nonce } = useNonce();
  const send = async () => {
    if (missingOf(form) !== undefined) return focusEmpty();
    const reply = await act.run(inputOf(form, nonce()));
    if (!reply.ok) return;
    draft.clear();
    toast(words.done);
    replace(visitOf(reply.data.visitId));
  };
  return { form, change, act, send };
}

function Form(props: Props) {
  const { me, standing } = props;
  const { form, change, act, send } = usePlan(props);
  const ofStation = standing.kind === 'station' ? standing.stationId : undefined;
  return (
    <Page
      title={words.title}
      narrow
      dock={<Button word={words.submit} missing={missingOf(form)} pending={act.pending} onTap={() => void send()} />}
    >
      <EnterpriseChoice
        chosen={form.enterprise}
        onChoose={(enterprise) => change({ enterprise })}
        district={ofStation && districtOfStation(ofStation)}
      />
      <StationChoice me={me} form={form} change={change} />
      <DateField kind="date" label={words.day} from={me.today} value={form.day} onChange={(day) => change({ day })} />
      <Box className={styles.times}>
        <DateField kind="time" optional label={words.from} value={form.from} onChange={(from) => change({ from })} />
        <DateField kind="time" optional label={words.to} value={form.to} onChange={(to) => change({ to })} />
      </Box>
      <Field
        label={words.topic}
        max={100}
        placeholder={words.topicHint}
        value={form.topic}
        onChange={(topic) => change({ topic })}
      />
      <TypeChoice chosen={form.types} onChange={(types) => change({ types })} />
      {form.types.includes('其他') && (
        <Field kind="area" max={300} label={words.note} value={form.note} onChange={(note) => change({ note })} />
      )}
      <PeopleChoice
        chosen={form.people}
        onChange={(people) => change({ people })}
        stationId={ofStation ?? me.residentOf[0]?.id}
      />
      <ActFailure failure={act.failure} />
    </Page>
  );
}

/** 安排服务: which enterprise, when, what about, and who goes. */
export function PlanPage() {
  const [asked] = useState(pageParams);
  const { me, standing } = useRole();
  if (me.data && standing)
    return <Form key={standing.key} me={me.data} standing={standing} enterpriseId={asked.enterpriseId} />;
  return (
    <Page title={words.title} narrow>
      <Loaded of={me}>{() => null}</Loaded>
    </Page>
  );
}
