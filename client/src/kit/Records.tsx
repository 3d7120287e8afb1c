import { useState } from 'react';
import {
  Box,
  Button,
  Card,
  ClauseView,
  CountBlock,
  ListRow,
  RowTime,
  Section,
  Sheet,
  StatusTag,
  Tag,
  TallyMark,
  Timeline,
  toast,
} from '@/ui';

const entries = [
  { key: 'a', what: '您签到', by: ['扫企业签到码', '收到 09:58:12'], when: '09:58' },
  { key: 'b', what: '企业签到', by: ['生产总监', '扫您的实时码'], when: '10:01' },
  { key: 'c', what: '企业签到', by: ['同日重复'], when: '10:02', state: 'voided' },
  { key: 'd', what: '服务完成', by: ['由您确认'], when: '11:46' },
  { key: 'e', what: '企业评价', by: ['10月9日前'], when: '', state: 'open' },
] as const;

export function Records() {
  const [open, setOpen] = useState(false);
  const clause = { word: '第六条', onOpen: () => setOpen(true) };
  return (
    <Box>
      <Section title="列表行" more="2 场">
        <Card>
          <ListRow
            name="青穗传感技术"
            why="封接工艺诊断"
            lead={<RowTime>10:00</RowTime>}
            aside={<Tag word="待签到" />}
            to="/pages/visits/index"
          />
          <ListRow
            name="知更园艺科技"
            why="企业未评价"
            urgent="9月23日截止"
            aside={<Button small kind="tint" word="提醒" onTap={() => toast('已提醒企业评价')} />}
          />
          <ListRow
            name="松泉低空装备有限公司北京分公司"
            why="9月9日 周明远"
            lead={<TallyMark state="both" size={22} silent />}
            onTap={() => setOpen(true)}
          />
        </Card>
      </Section>
      <Section title="3 项计入，1 项未计入">
        <CountBlock
          counts={[
            {
              key: '1',
              standing: 'counted',
              what: '重点服务企业',
              why: '3月18日已指定，双方签到，企业已评价。',
              clause,
            },
            { key: '2', standing: 'counted', what: '驻站特派员 1 人次', why: '服务当天您在驻站名单上。', clause },
            {
              key: '3',
              standing: 'excluded',
              what: '专精特新企业',
              why: '证书 8月31日到期，服务在 9月9日。',
              whatToDo: '请企业上传新证书。核验后，只要有效期包含 9月9日，就自动改为计入。',
              clause,
            },
          ]}
        />
      </Section>
      <Section title="经过" more="9月9日">
        <Timeline entries={entries} />
      </Section>
      <Section title="状态">
        <Box className="row" style={{ flexWrap: 'wrap', gap: '8px' }}>
          <StatusTag standing="counted" />
          <StatusTag standing="pending" />
          <StatusTag standing="excluded" />
          <StatusTag standing="unmet" word="已逾期" />
          <StatusTag standing="projected" />
          <Tag word="待签到" />
          <Tag tint word="C 类" />
        </Box>
      </Section>
      <Sheet open={open} onClose={() => setOpen(false)} title="这个数字依据的条款">
        <ClauseView
          restatement="C 类站点每年重点服务本区企业，至少 20 家，其中专精特新至少 3 家。"
          quotation="重点服务企业不少于20家,其中专精特新企业不少于3家"
          document="“千人进千企”科创公共服务区工作站点管理办法（2024年试行）"
          place="第六条 · C 类站点"
          validity="试行。数字写明用于 2024年"
          inherited="2026年沿用2024年标准"
          reading="原文未定义“重点服务”。本系统按：已指定＋双方签到＋企业评价，分数高低不影响"
          onFullText={() => undefined}
        />
      </Sheet>
    </Box>
  );
}
