import type { Application, Listener } from '../../../main/application.ts';

/** A core that answers by topic and announces when told. */
export function answeringCore(answers: Readonly<Record<string, unknown>>): Readonly<{
  application: Application;
  asked: string[];
  tell(topic: string, value?: unknown): void;
}> {
  let hear: Listener = () => undefined;
  const asked: string[] = [];
  const application = {
    call: async (topic: string) => {
      asked.push(topic);
      return { ok: true, value: answers[topic] };
    },
    subscribe: (listener: Listener) => {
      hear = listener;
      return () => undefined;
    },
  } as unknown as Application;
  return { application, asked, tell: (topic: string, value: unknown = null) => hear(topic, value) };
}
