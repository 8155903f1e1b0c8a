const second = 1_000;
const megabyte = 1024 * 1024;

/** Every limit of reading attachments, each with its reason. Times are milliseconds, sizes bytes. */
export const readingLimits = {
  /** Larger files are scans and videos; their words are few for what it costs to get them. */
  textFile: 20 * megabyte,
  /** Characters kept of one file: two hundred pages of a contract. */
  text: 400_000,
  /** Pages of a PDF that are read. */
  pages: 300,
  /** XML of one document after unpacking. */
  documentXml: 40 * megabyte,
  /** A contract reads in half a second; what needs this long is an attack or a bomb. */
  time: 15 * second,
  /** A thread that is still loading its program may take this long on a busy machine. */
  start: 60 * second,
  /** Heap of the reading thread. */
  heapMegabytes: 256,
  /** Growth of the whole process while one file is read: buffers do not count as heap. */
  growth: 500 * megabyte,
  /** Files packed into one archive; the page takes it in one piece. */
  pack: 100 * megabyte,
  /** A picture or PDF travels inside the document that shows it. */
  preview: 25 * megabyte,
  /** Names taken out of an archive. */
  archiveNames: 5_000,
  /** Attendees of an invitation that are listed. */
  attendees: 50,
} as const;
