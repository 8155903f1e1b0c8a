/** Nobody's reply: checking it once makes a guide's patterns ready, before somebody types. Its letters are of no brand. */
export const warmUpText = `Hello there,

Thank you for your message about order #10442. We are sorry that it arrived late, and we have sent a new one today.

- It should arrive within 3 days.
- If it doesn't, please write to us again: https://example.com/help

> Where is my parcel?

Kind regards,
The team`;
