import { NewSample } from '../../../shared/quality.ts';
import { textOf, type WorkspaceCommand } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { storeOf } from '../find-client.ts';
import { wrongInput } from '../wrong-option.ts';

export const qaSample: WorkspaceCommand = {
  name: 'qa sample',
  needsWorkspace: true,
  options: {
    client: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    size: { type: 'string' },
    seed: { type: 'string' },
  },
  required: ['client', 'from', 'to', 'size', 'seed'],
  run(services, input) {
    const store = storeOf(services, input);
    const request = NewSample.safeParse({
      from: textOf(input, 'from'),
      to: textOf(input, 'to'),
      size: Number(textOf(input, 'size')),
      seed: textOf(input, 'seed'),
    });
    if (!request.success) throw wrongInput(request.error);
    const sample = services.quality.sample(store, request.data);
    const items = services.quality.items(store, sample.id);
    input.out.answer({ ...sample, items }, [
      input.out.say('sampled', {
        size: sample.size,
        population: sample.populationSize,
        hash: sample.populationHash,
      }),
      ...items.map((item) => [item.position, item.conversationId, item.subject].join('\t')),
    ]);
    return Promise.resolve(exitCodes.done);
  },
};
