import { useState } from 'react';
import { RatePage } from '@/features/rating';
import { pageParams } from '@/platform/params';

export default function Rate() {
  const [visitId] = useState(() => pageParams().id ?? '');
  return <RatePage visitId={visitId} />;
}
