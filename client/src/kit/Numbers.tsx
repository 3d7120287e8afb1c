import { useState } from 'react';
import {
  Box,
  Card,
  DueRow,
  EvidenceList,
  ListRow,
  MetricBar,
  type Part,
  Projection,
  Reckoned,
  Section,
  StateBlock,
} from '@/ui';
import { PaceChart } from '@/ui/PaceChart';

const none = () => undefined;
const points = [2, 3, 5, 6, 8, 9, 10, 11, 12, 13, 14].map((counted, i) => ({ at: 0.23 + i * 0.058, counted }));

export function Numbers() {
  const [part, setPart] = useState<Part>('counted');
  return (
    <Box>
      <Section title="指标">
        <Card>
          <MetricBar label="联系本区企业" unit="家" counted={26} pending={3} excluded={2} target={30} onOpen={none} />
          <MetricBar
            label="重点服务企业"
            unit="家"
            counted={0}
            pending={0}
            excluded={0}
            target={20}
            note="1月1日起统计，还没有记录"
          />
          <MetricBar
            label="其中 专精特新企业"
            unit="家"
            counted={2}
            pending={2}
            excluded={1}
            target={3}
            nested
            onOpen={none}
          />
          <MetricBar label="驻站特派员" unit="人次" counted={11} pending={1} excluded={6} target={10} onOpen={none} />
          <MetricBar
            label="专精特新企业"
            unit="家"
            counted={2}
            pending={0}
            excluded={0}
            target={undefined}
            note="数字照记，标准启用后自动比较"
          />
        </Card>
      </Section>
      <Section title="到期的事">
        <Card>
          <DueRow days={7} what="1 家企业的评价将关闭" by={['知更园艺科技', '9月23日']} onOpen={none} />
          <DueRow days={0} what="补签今天截止" by={['远岫环境监测']} />
          <DueRow days={-3} what="总结报告，不少于 3000 字" by={['11月15日', '第七条']} onOpen={none} />
        </Card>
      </Section>
      <Projection>
        按最近 8 周每周 0.6 家的节奏，到 10月31日 <Reckoned>重点服务企业约 18 家，差 2 家</Reckoned>。
      </Projection>
      <Section title="节奏">
        <Card pad>
          <PaceChart
            label="重点服务企业到今天计入 14 家，目标 20 家，推算约 18 家"
            points={points}
            today={0.85}
            target={20}
            unit="家"
            projected={18}
            ends={['1月', '10月底']}
          />
        </Card>
      </Section>
      <Section title="证据">
        <EvidenceList
          counts={{ counted: 14, pending: 5, excluded: 0 }}
          part={part}
          onPart={setPart}
          onMore={none}
          empty={<StateBlock title="没有未计入的记录" />}
        >
          <ListRow name="松泉低空装备" why="9月9日 周明远" onTap={none} />
          <ListRow name="砚石新能源材料" why="8月27日 罗致和" onTap={none} />
        </EvidenceList>
      </Section>
    </Box>
  );
}
