import { useDraft } from '@/features/draft/use-draft';
import type { Me } from '@/features/roles';
import { useAct, useNonce } from '@/gateway';
import { Field } from '@/ui';
import { dayWords } from '@/words/dates';
import { sideWord } from '@/words/visit';
import type { VisitDetail } from '../types';
import { ActSheet } from './ActSheet';
import { type ActProps, lacking } from './types';

/** Only one side can be missing; whoever asks for his own finds his name there. */
function firstContent(visit: VisitDetail, me: Me) {
  const side = visit.sides.specialist ? ('enterprise' as const) : ('specialist' as const);
  const own =
    side === 'specialist'
      ? visit.commissioners.some((one) => one.id === me.person.id)
      : me.grants.some((grant) => grant.enterpriseId === visit.enterprise.id);
  const missing = side === 'specialist' ? visit.commissioners[0]?.name : undefined;
  return {
    side,
    form: {
      name: own ? me.person.name : (missing ?? ''),
      orgName: side === 'enterprise' ? visit.enterprise.name : own ? me.person.orgName : '',
      title: own ? me.person.title : '',
      need: visit.topic,
      reason: '',
    },
  };
}

/** 申请补签: the missing side, with a reason; the other side confirms, 区科协 decides. */
export function RequestMakeUp({ visit, me, onClose, onDone }: ActProps) {
  const act = useAct('visit.requestMakeUp');
  const { nonce } = useNonce();
  const { side, form } = firstContent(visit, me);
  const { value, change, clear } = useDraft(`makeUp:${visit.id}`, form);
  const send = async () => {
    const reply = await act.run({ ...value, visitId: visit.id, side, nonce: nonce() });
    if (!reply.ok) return;
    clear();
    onDone('补签已提交，等另一方确认');
  };
  const who = sideWord(side);
  const missing =
    lacking(value.name, `填${who}姓名`) ??
    lacking(value.orgName, '填工作单位') ??
    lacking(value.title, '填职务') ??
    lacking(value.need, '填拟解决需求') ??
    lacking(value.reason, '写明没有扫码的原因');
  return (
    <ActSheet
      title={`补签：${who}一方`}
      intro={`先由另一方确认，再由区科协审批。${visit.makeUpThrough ? `${dayWords(visit.makeUpThrough)}前可以申请。` : ''}`}
      onClose={onClose}
      pending={act.pending}
      failure={act.failure}
      main={{ word: '提交补签', missing, onTap: () => void send() }}
    >
      <Field label={`${who}姓名`} max={40} value={value.name} onChange={(name) => change({ name })} />
      <Field label="工作单位" max={100} value={value.orgName} onChange={(orgName) => change({ orgName })} />
      <Field label="职务" max={60} value={value.title} onChange={(title) => change({ title })} />
      <Field kind="area" label="拟解决需求" max={500} value={value.need} onChange={(need) => change({ need })} />
      <Field
        kind="area"
        label="没有扫码的原因"
        max={300}
        placeholder="例如：当天手机没有电"
        value={value.reason}
        onChange={(reason) => change({ reason })}
      />
    </ActSheet>
  );
}
