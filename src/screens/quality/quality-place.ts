import { useLocation } from 'wouter';
import { ClientId, SampleId } from '../../../electron/shared/ids.ts';

/** Where in Quality somebody stands: a client, one of its samples, one thing to review. */
export interface QualityPlace {
  readonly clientId: ClientId | null;
  readonly sampleId: SampleId | null;
  readonly position: number | null;
  /** In front of the scorecard instead. */
  readonly scorecard: boolean;
}

const root = '/quality';

export const qualityPath = (place: Partial<QualityPlace>): string => {
  if (!place.clientId) return root;
  if (place.scorecard) return `${root}/${place.clientId}/scorecard`;
  if (!place.sampleId) return `${root}/${place.clientId}`;
  const sample = `${root}/${place.clientId}/${place.sampleId}`;
  return place.position === null || place.position === undefined ? sample : `${sample}/${place.position}`;
};

export function useQualityPlace(): { place: QualityPlace; go: (to: Partial<QualityPlace>) => void } {
  const [path, navigate] = useLocation();
  const [client = '', second = '', third = ''] = path.slice(root.length + 1).split('/');
  const sampleId = SampleId.safeParse(second);
  const place: QualityPlace = {
    clientId: ClientId.safeParse(client).data ?? null,
    sampleId: sampleId.data ?? null,
    position: /^\d+$/.test(third) ? Number(third) : null,
    scorecard: second === 'scorecard',
  };
  return { place, go: (to) => navigate(qualityPath(to)) };
}
