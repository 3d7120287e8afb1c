import { useState } from 'react';
import { LivePage } from '@/features/live';
import { pageParams } from '@/platform/params';

export default function Live() {
  const [{ id = '', joined }] = useState(pageParams);
  return <LivePage visitId={id} joined={joined === '1'} />;
}
