import type { CoreAccess } from '../rpc/core.ts';
import { Gate } from './gate.tsx';
import { LineBanner } from './line-banner.tsx';
import { Providers } from './providers.tsx';

export function App({ core }: { readonly core: CoreAccess }) {
  return (
    <Providers core={core}>
      <LineBanner />
      <Gate />
    </Providers>
  );
}
