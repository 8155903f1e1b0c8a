const second = 1_000;
const minute = 60 * second;

/** How long a submission may take, in milliseconds; a test lends shorter ones. */
export interface SmtpLimits {
  /** Name look-up, TCP, TLS, greeting and login together. */
  readonly connect: number;
  /** Silence in the envelope, or between two pieces of the message (RFC 5321, 4.5.3.2: three to five minutes). */
  readonly silence: number;
  /** Waiting for the answer after the dot (RFC 5321, 4.5.3.2.6): giving up early is how mail gets doubled. */
  readonly afterDot: number;
}

export const smtpLimits: SmtpLimits = { connect: 30 * second, silence: 5 * minute, afterDot: 10 * minute };
