import type { Metadata } from 'next';
import { hostMetadata } from '@/app/(host)/_editor/host-metadata';
import { HostPage } from '@/app/(host)/_editor/host-page';

type Props = { params: Promise<{ documentId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return hostMetadata((await params).documentId, 'view');
}

export default async function ViewPage({ params }: Props) {
  return <HostPage documentId={(await params).documentId} mode="view" />;
}
