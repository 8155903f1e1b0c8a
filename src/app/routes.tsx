import { Suspense } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { InboxScreen } from '../screens/inbox/inbox-screen.tsx';
import { clientIdOf } from './address-ids.ts';
import { places } from './places.ts';
import {
  AutomationScreen,
  ClientsScreen,
  OutboxScreen,
  QualityScreen,
  ReportsScreen,
  SettingsScreen,
  VoiceScreen,
} from './screens.ts';
import { ScreenBoundary } from './screen-boundary.tsx';
import { useSession } from './session.tsx';

/** A queue, with a conversation open beside it or not: one route, so that the queue stays where it is. */
const inboxPath =
  /^\/inbox\/(?<scope>[^/]+)\/(?<view>[^/]+)(?:\/(?<client>[^/]+)\/(?<conversation>[^/]+))?\/?$/;
type InboxParams = { scope: string; view: string; client?: string; conversation?: string };

export function Routes() {
  const home = useHome();
  const [location] = useLocation();
  return (
    <Suspense>
      <ScreenBoundary key={location.split('/', 2)[1]}>
        <Switch>
          <Route<InboxParams, RegExp> path={inboxPath}>{(params) => <InboxScreen {...params} />}</Route>
          <Route path="/voice/:client">{({ client }) => <VoiceRoute client={client} />}</Route>
          <Route path="/automation/:client" component={AutomationScreen} />
          <Route path="/outbox" component={OutboxScreen} />
          <Route path="/quality/*?" component={QualityScreen} />
          <Route path="/reports/*?" component={ReportsScreen} />
          <Route path="/clients/*?" component={ClientsScreen} />
          <Route path="/settings/*?" component={SettingsScreen} />
          <Route>
            <Redirect to={home} replace />
          </Route>
        </Switch>
      </ScreenBoundary>
    </Suspense>
  );
}

function VoiceRoute({ client }: { readonly client: string }) {
  const clientId = clientIdOf(client);
  return clientId && <VoiceScreen key={client} clientId={clientId} />;
}

/** Each role lands where its work is. */
export function useHome(): string {
  const { may } = useSession();
  if (may('messages.send', null)) return places.inbox;
  if (may('quality.review', null)) return places.quality;
  if (may('reports.read', null)) return places.reports;
  return places.inbox;
}
