import { parentPort, workerData } from 'node:worker_threads';
import { openKeyset, type Keyset } from './bare-keyset.ts';
import type { KeysetQuestion } from './keyset-thread.ts';

/** The thread of the rival: says how many orders there are, then answers each question with its time. */
if (parentPort) {
  const port = parentPort;
  const keyset = openKeyset(workerData as string);
  port.on('message', (question: KeysetQuestion) => port.postMessage(answer(keyset, question)));
  port.postMessage(keyset.orders);
}

function answer(keyset: Keyset, question: KeysetQuestion): number {
  switch (question.way) {
    case 'first':
      return keyset.first(...question.given);
    case 'jump':
      return keyset.jump(...question.given);
    case 'offset':
      return keyset.offset(...question.given);
  }
}
