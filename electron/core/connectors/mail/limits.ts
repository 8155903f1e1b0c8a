import { availableParallelism } from 'node:os';

const second = 1_000;
const megabyte = 1024 * 1024;

/** Every limit of the mail connector, each with its reason. Times are milliseconds, sizes bytes. */
export const mailLimits = {
  /** One deadline for name look-up, TCP, TLS, greeting and login together: longer than any healthy server needs. */
  connect: 20 * second,
  /** Silence in the middle of a command; servers answer big searches well within it. */
  silence: 45 * second,
  /**
   * Idling ends and a round begins this often: finds mail written elsewhere in Sent, and together with `silence` a line
   * whose other end has vanished within 90 seconds.
   */
  watch: 40 * second,
  /** The same where the server has no IDLE: new mail is at most this late. */
  poll: 30 * second,
  /** A response line without a literal; ESEARCH answers of a million UIDs stay below it. */
  line: 16 * megabyte,
  /** The largest answer that is held in memory: the message limit and its envelope. */
  response: 72 * megabyte,
  /** Providers stop at 25 to 50 MB; what is beyond is fetched this far and marked unreadable. */
  message: 64 * megabyte,
  /** Messages a FETCH asks for, and a transaction holds: about 150 ms of write lock. */
  batchMessages: 400,
  /**
   * The same for the first step through a mailbox, and for the next one after one that took longer than `slowBatch`: so
   * much is kept even where the line drops again and again.
   */
  fewMessages: 100,
  slowBatch: 5 * second,
  /** So long a batch that is there waits for the next one, to store it while that one is parsed: a fast line needs less. */
  comesSoon: 100,
  /** A batch ends early at this size, so that large mail does not pile up in memory. */
  batchBytes: 16 * megabyte,
  /** As much of each message of a full batch fits into it; only of larger ones the size is asked first. */
  ordinaryMessage: 16 * 1024,
  /** Messages whose large ones are looked for at a time. */
  sizesAtOnce: 1_000,
  /** Fetched before all others of a mailbox that is new to us: some days of a busy desk. */
  newestMessages: 1_000,
  /** Ranges of the set of known UIDs that the cursor may hold; beyond it removals are not followed. */
  cursorRanges: 20_000,
  /** Removed copies reported at a time. */
  removedAtOnce: 2_000,

  /** A real message parses within milliseconds; one that needs this long is an attack or a bomb. */
  parse: 5 * second,
  /** A thread that is still loading its program may take this long on a busy machine. */
  parserStart: 60 * second,
  /** Heap of one parser. */
  parseHeapMegabytes: 256,
  /** Parsers side by side; the core and the network need the other processors. */
  parsers: Math.min(2, Math.max(1, availableParallelism() - 1)),
  /** How often a message may kill its parser before it is kept as unreadable: once may be the machine's fault. */
  parseStrikes: 2,
  /** Messages handed to a parser at a time: as much as keeps it at work while the core stores those before. */
  parseGroup: 400,
  /** Parts shown of one message; mailparser refuses more. */
  parts: 1_000,
  /** Longer HTML is not converted to text (the conversion is quadratic in bad cases). */
  htmlToText: 2 * megabyte,
  /** Text kept for reading and search; the whole stands in the stored bytes. */
  text: megabyte,
  /** RFC 5322, 2.1.1: no line is longer, so no identifier is. */
  identifier: 998,
  /** The newest references of a long thread are enough to find it. */
  references: 100,
  /** Recipients kept of one message. */
  recipients: 500,
} as const;
