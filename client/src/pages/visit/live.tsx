import { useState } from 'react';
import { LivePage } from '@/features/live';
import { pageParams } from '@/platform/params';

export default function Live() {
  const [visitId] = useState(() => pageParams()['id'] ?? '');
  return <LivePage visitId={visitId} />;
}
