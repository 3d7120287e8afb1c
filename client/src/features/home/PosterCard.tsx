import { useState } from 'react';
import { useAct, useCall } from '@/gateway';
import { saveFile } from '@/platform/files';
import { Box, Button, Card, FailureBlock, Img, ListRow, Loaded, Section, Sheet, toast } from '@/ui';

const WIDTH = 300;
const HEIGHT = Math.round(WIDTH * Math.SQRT2); // A4

function Poster({ enterpriseId, name }: { readonly enterpriseId: string; readonly name: string }) {
  const poster = useCall('enterprise.poster', { enterpriseId });
  return (
    <Loaded of={poster}>
      {({ svg }) => (
        <Box style={{ display: 'flex', justifyContent: 'center' }}>
          <Img
            src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
            width={WIDTH}
            height={HEIGHT}
            alt={`${name}签到码：特派员到访时扫这个码`}
          />
        </Box>
      )}
    </Loaded>
  );
}

interface Props {
  readonly enterpriseId: string;
  readonly name: string;
}

/** The enterprise's own poster: to show on the screen, or to print once and put up. */
export function PosterCard({ enterpriseId, name }: Props) {
  const [open, setOpen] = useState(false);
  const pdf = useAct('enterprise.posterPdf');
  const save = async () => {
    const reply = await pdf.run({ enterpriseId });
    if (!reply.ok) return;
    const { fileName, base64 } = reply.data;
    const saved = await saveFile({ name: fileName, type: 'application/pdf', content: { base64 } });
    if (saved) toast('签到码已下载，可打印张贴');
  };
  const dock = (
    <>
      {pdf.failure && <FailureBlock failure={pdf.failure} />}
      <Button kind="tint" icon="print" word="下载 A4 打印" pending={pdf.pending} onTap={() => void save()} />
    </>
  );
  return (
    <Section title="本企业签到码">
      <Card>
        <ListRow name="出示或打印签到码" why="特派员到访时，先扫这个码" onTap={() => setOpen(true)} />
      </Card>
      <Sheet open={open} onClose={() => setOpen(false)} title="本企业签到码" dock={dock}>
        <Poster enterpriseId={enterpriseId} name={name} />
      </Sheet>
    </Section>
  );
}
