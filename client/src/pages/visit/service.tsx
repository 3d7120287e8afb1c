import { useState } from 'react';
import { ServicePage } from '@/features/live';
import { pageParams } from '@/platform/params';

export default function Service() {
  const [{ id = '', joined }] = useState(pageParams);
  return <ServicePage visitId={id} joined={joined === '1'} />;
}
