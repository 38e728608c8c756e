import type { ConfigTopology } from '../../domain/config-files/config-topology.ts';
import { Failure } from '../../domain/failure.ts';
import { askCore } from '../connect-demo.ts';
import { textOption, type Command, type CommandOptions } from './command.ts';
import { requireWords } from './named-file.ts';

const NONE: ConfigTopology = {
  venues: 'one',
  delivery: 'terminal',
  server: 'hosted',
  callCentreUrl: null,
};

/** How the restaurant is built, which the rules go by; options change the answer. */
export const configTopologyCommand: Command = {
  name: ['config', 'topology'],
  usage:
    'config topology [--venues one|chain] [--delivery terminal|centralised] [--server hosted|local] [--call-centre URL]',
  options: ['venues', 'delivery', 'server', 'call-centre'],
  sample: {
    topology: {
      ...NONE,
      venues: 'chain',
      callCentreUrl: 'https://callcenter.example.org:443/resto',
    },
  },
  run: async (context) => {
    requireWords(context, 0, configTopologyCommand.usage);
    const { options } = context;
    const application = await context.core();
    const kept = await askCore<ConfigTopology | null>(application, 'configFiles.topology', {});
    const changes = {
      ...choice(options, 'venues', ['one', 'chain']),
      ...choice(options, 'delivery', ['terminal', 'centralised']),
      ...choice(options, 'server', ['hosted', 'local']),
      ...callCentre(options),
    };
    if (Object.keys(changes).length === 0) return { document: { topology: kept }, reached: true };
    const topology = await askCore<ConfigTopology>(application, 'configFiles.saveTopology', {
      ...(kept ?? NONE),
      ...changes,
    });
    return { document: { topology }, reached: true };
  },
};

function choice(
  options: CommandOptions,
  name: string,
  allowed: readonly string[],
): Readonly<Record<string, string>> {
  const value = textOption(options, name);
  if (value === undefined) return {};
  if (allowed.includes(value)) return { [name]: value };
  throw new Failure('invalid', 'cli.option', { option: `--${name} ${value}` });
}

/** An empty address forgets it. */
function callCentre(options: CommandOptions): Readonly<Record<string, string | null>> {
  const value = textOption(options, 'call-centre');
  return value === undefined ? {} : { callCentreUrl: value === '' ? null : value };
}
