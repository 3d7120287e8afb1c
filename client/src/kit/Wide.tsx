import { Box } from '@/ui';
import { Matrix, MatrixLegend, type Pace } from '@/ui/Matrix';

const columns = ['联系企业', '重点服务', '专精特新', '特派员人次', '有效需求', '合作', '会议', '新闻'].map(
  (head, i) => ({
    key: `m${i}`,
    head,
    sub: ['家', '家', '家', 'A 对接，B、C 驻站', '项', '项', '场', '篇·全年'][i],
  }),
);

const targets = [30, 20, 3, 10, 20, 2, 4, 3];
const stations = [
  '门头沟',
  '丰台',
  '房山',
  '大兴',
  '通州',
  '密云',
  '延庆',
  '朝阳',
  '怀柔',
  '平谷',
  '西城',
  '昌平',
  '经开区',
  '顺义',
];

const paceOf = (counted: number, target: number): Pace => {
  if (counted >= target) return 'met';
  const due = Math.floor(target * 0.85);
  if (counted >= due) return 'on';
  return counted < due * 0.75 ? 'far' : 'low';
};

const rows = stations.map((name, s) => {
  const list = columns.map((column, i) => {
    const target = targets[i] ?? 1;
    const counted = Math.max(0, Math.round(target * (0.55 + (((s * 7 + i * 5) % 9) / 9) * (0.3 + s * 0.04))));
    return [column.key, { counted, target, pace: paceOf(counted, target) }] as const;
  });
  const paces = list.map(([, cell]) => cell.pace);
  return {
    key: name,
    name,
    mark: 'ABC'[s % 3],
    cells: Object.fromEntries(list),
    behind: paces.filter((pace) => pace === 'low' || pace === 'far').length,
    far: paces.filter((pace) => pace === 'far').length,
    projection: '重点约 18/20',
  };
});

export function Wide() {
  return (
    <Box style={{ marginTop: '16px' }}>
      <Matrix
        caption="各站点的年度指标"
        rowHead="站点"
        markHead="类"
        columns={columns}
        rows={rows}
        projectionHead="推算 10月底"
        onCell={() => undefined}
        onRow={() => undefined}
      />
      <MatrixLegend />
    </Box>
  );
}
