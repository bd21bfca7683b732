import type { Metadata } from 'next';
import { hostMetadata } from '@/app/(host)/_editor/host-metadata';
import { HostPage } from '@/app/(host)/_editor/host-page';
import type { HostAddress } from '@/app/(host)/_editor/open-here';

type Props = { params: Promise<{ documentId: string }>; searchParams: Promise<HostAddress['query']> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  return hostMetadata({ documentId: (await params).documentId, mode: 'view', query: await searchParams });
}

export default async function ViewPage({ params, searchParams }: Props) {
  return <HostPage documentId={(await params).documentId} mode="view" query={await searchParams} />;
}
