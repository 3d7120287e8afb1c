import { useState } from 'react';
import {
  Box,
  Button,
  Card,
  DateField,
  Field,
  PrefillRow,
  Scale,
  type Score,
  Section,
  Select,
  TallyMark,
  toast,
} from '@/ui';

const none = () => undefined;
const need = '高温压力传感器封装漏率偏高，改进玻璃与金属的封接工艺。';
const tallies = ['none', 'commissioner', 'enterprise', 'both', 'queued', 'voided'] as const;

export function Forms() {
  const [org, setOrg] = useState('北辰先进材料研究院');
  const [text, setText] = useState(need);
  const [expert, setExpert] = useState<Score | undefined>(5);
  const [pleased, setPleased] = useState<Score>();
  const [kind, setKind] = useState('');
  const [day, setDay] = useState('');
  const [topic, setTopic] = useState('封接工艺诊断');
  return (
    <Box>
      <Section title="合符">
        <Box className="row" style={{ flexWrap: 'wrap', gap: '12px 20px' }}>
          {tallies.map((state) => (
            <TallyMark key={state} state={state} />
          ))}
          <TallyMark state="both" size={84} joining />
        </Box>
      </Section>
      <Section title="输入">
        <Field label="工作单位" value={org} onChange={setOrg} />
        <Field label="职务" value="" onChange={none} placeholder="例如 技术总监" error="请写您在单位的职务" />
        <Field
          kind="area"
          label="拟解决需求"
          value={text}
          onChange={setText}
          hint="已按今天 10:00 的计划填好，请核对。"
        />
        <Field kind="area" label="想说的话" value={'很'.repeat(420)} onChange={none} optional />
        <Select
          label="主体类型"
          value={kind}
          onChange={setKind}
          options={[
            { value: 'university', word: '高校' },
            { value: 'institute', word: '科研院所' },
          ]}
        />
        <DateField kind="date" label="服务日期" value={day} onChange={setDay} />
      </Section>
      <Scale
        label="专业度"
        words={['很不够', '不太够', '一般', '专业', '很专业']}
        value={expert}
        onChange={setExpert}
      />
      <Scale
        label="满意度"
        words={['不满意', '不太满意', '一般', '满意', '很满意']}
        value={pleased}
        onChange={setPleased}
      />
      <Section title="预填">
        <Card>
          <PrefillRow
            label="活动主题"
            value={topic}
            edit={<Field label="活动主题" value={topic} onChange={setTopic} />}
          />
          <PrefillRow
            label="活动时间"
            value="9月16日 10:05–11:40"
            edit={<DateField kind="time" label="开始" value="10:05" onChange={none} />}
          />
        </Card>
      </Section>
      <Section title="按钮">
        <Box style={{ display: 'flex', flexDirection: 'column', gap: '10px' }}>
          <Button word="确认签到" onTap={() => toast('已提醒企业评价')} />
          <Button word="确认签到" pending onTap={none} />
          <Button word="提交评价" missing="选满意度" onTap={none} />
          <Button kind="plain" word="次要操作" onTap={none} />
          <Button kind="text" word="文字操作" onTap={none} />
        </Box>
      </Section>
    </Box>
  );
}
