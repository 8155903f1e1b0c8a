/** The part of smtp-server that the tests use; the package brings no types. */
declare module 'smtp-server' {
  import type { Server } from 'node:net';
  import type { Readable } from 'node:stream';

  interface Session {
    readonly user?: string;
    readonly secure: boolean;
    readonly envelope: {
      readonly mailFrom: { readonly address: string } | false;
      readonly rcptTo: readonly { readonly address: string }[];
    };
  }
  type Done<Result = void> = (error?: Error | null, result?: Result) => void;

  interface Options {
    readonly disabledCommands?: readonly string[];
    readonly secure?: boolean;
    readonly key?: Buffer;
    readonly cert?: Buffer;
    readonly hideSTARTTLS?: boolean;
    readonly authMethods?: readonly string[];
    readonly allowInsecureAuth?: boolean;
    onAuth?(
      given: { readonly username?: string; readonly password?: string; readonly accessToken?: string },
      session: Session,
      done: Done<{ user: string }>,
    ): void;
    onMailFrom?(address: { readonly address: string }, session: Session, done: Done): void;
    onRcptTo?(address: { readonly address: string }, session: Session, done: Done): void;
    onData?(stream: Readable, session: Session, done: Done): void;
  }

  export class SMTPServer {
    constructor(options: Options);
    listen(port: number, host: string, listening?: () => void): Server;
    on(event: 'error', listener: (error: Error) => void): this;
    close(done: () => void): void;
  }
}
