import { CALM_PLUGIN_LOG, CALM_TILL_LOG, LAST, type Scene, type World } from './scene.ts';
import { logText, PLUGIN_LOG, TILL_LOG } from './till-folder.ts';

const pluginLog =
  (...lines: readonly string[]) =>
  (world: World) => {
    world.files.set(PLUGIN_LOG, logText(LAST, [...CALM_PLUGIN_LOG, ...lines]));
  };

const tillLog =
  (...lines: readonly string[]) =>
  (world: World) => {
    world.files.set(TILL_LOG, logText(LAST, [...CALM_TILL_LOG, ...lines]));
  };

const TIMEOUT = [
  'ERROR Failed to get deliveries',
  '   System.TimeoutException: The request channel timed out while waiting for a reply',
];

/** Faults that only the logs of the till tell. */
export const LOG_SCENES: readonly Scene[] = [
  {
    name: 'a second till that is not the main one',
    expected: 'main-till.not-main',
    plant: tillLog('INFO  Is MainCash: False'),
  },
  {
    name: 'no main till is configured',
    expected: 'main-till.not-configured',
    plant: tillLog('INFO  Is MainCash configured: False'),
  },
  {
    name: 'configured since: an older line does not count',
    expected: 'arriving',
    plant: (world) => {
      const lines = ['INFO  Is MainCash configured: False', ...CALM_TILL_LOG];
      world.files.set(TILL_LOG, logText(LAST, lines));
    },
  },
  {
    name: 'the server lets the plugin wait too long, again and again',
    expected: 'log.timeout',
    plant: pluginLog(...TIMEOUT, ...TIMEOUT, ...TIMEOUT),
  },
  {
    name: 'a single timeout is an accident',
    expected: 'arriving',
    plant: pluginLog(...TIMEOUT),
  },
  {
    name: 'timeouts that are over',
    expected: 'arriving',
    plant: pluginLog(...TIMEOUT, ...TIMEOUT, 'INFO  Connection restored'),
  },
  {
    name: 'the terminal is not registered',
    expected: 'log.not-registered',
    plant: pluginLog('ERROR Терминал доставки не зарегистрирован в колл-центре'),
  },
  {
    name: 'no licence is left',
    expected: 'log.licence',
    plant: pluginLog('ERROR License limit exceeded for module iikoDelivery'),
  },
  {
    name: 'the licence ran out, in Russian',
    expected: 'log.licence',
    plant: pluginLog('ERROR Лицензия на модуль iikoDelivery истекла'),
  },
  {
    name: 'the call centre refuses connections now and then',
    expected: 'log.refused',
    plant: pluginLog(
      'ERROR No connection could be made because the target machine actively refused it',
      'ERROR No connection could be made because the target machine actively refused it',
    ),
  },
  {
    name: 'the link breaks again and again',
    expected: 'log.connection-lost',
    plant: pluginLog(
      'ERROR An existing connection was forcibly closed by the remote host',
      'WARN  retry',
      'ERROR The remote name could not be resolved: callcentre.example.org',
    ),
  },
  {
    name: 'a certificate that the till does not trust',
    expected: 'log.certificate',
    plant: pluginLog('ERROR Could not establish trust relationship for the SSL/TLS secure channel'),
  },
  {
    name: 'till and server of different versions',
    expected: 'log.version',
    plant: pluginLog('ERROR Server version 8.9.7015 mismatch, client 8.5.6012'),
  },
  {
    name: 'the plugin fell silent while the till works on',
    expected: 'log.plugin-stopped',
    plant: (world) => {
      world.files.set(PLUGIN_LOG, logText('2026-10-13T22:00:00.000', CALM_PLUGIN_LOG));
    },
  },
  {
    name: 'a quiet morning is no fault',
    expected: 'arriving',
    plant: (world) => {
      world.files.set(PLUGIN_LOG, logText('2026-10-14T11:00:00.000', CALM_PLUGIN_LOG));
    },
  },
  {
    name: 'errors of last week are no proof of today',
    expected: 'arriving',
    plant: (world) => {
      const lines = [...CALM_PLUGIN_LOG, 'ERROR Терминал доставки не зарегистрирован'];
      const week = logText('2026-10-07T16:00:00.000', lines);
      world.files.set(PLUGIN_LOG, `${week}${logText(LAST, ['INFO  Checking'])}`);
    },
  },
  {
    name: 'errors without a time are no proof',
    expected: 'arriving',
    plant: (world) => {
      world.files.set(PLUGIN_LOG, 'ERROR Терминал доставки не зарегистрирован\r\n');
    },
  },
  {
    name: 'the plugin was disabled after five crashes',
    expected: 'log.plugin-disabled',
    plant: pluginLog('FATAL Plugin Resto.Front.Api.Delivery was disabled until restart'),
  },
  {
    name: 'the disk is full',
    expected: 'log.disk-full',
    plant: pluginLog(
      'ERROR Cannot save delivery',
      '   System.IO.IOException: There is not enough space on the disk.',
    ),
  },
  {
    name: 'the plugin could not read its settings',
    expected: 'log.file-unreadable',
    plant: pluginLog(
      'ERROR System.InvalidOperationException: There is an error in XML document (3, 5)',
    ),
  },
  {
    name: 'memory ran out',
    expected: 'log.out-of-memory',
    plant: pluginLog("ERROR Exception of type 'System.OutOfMemoryException' was thrown."),
  },
  {
    name: 'the server answers with errors',
    expected: 'log.server-error',
    plant: pluginLog(
      'ERROR The remote server returned an error: (500) Internal Server Error.',
      'ERROR The remote server returned an error: (500) Internal Server Error.',
    ),
  },
  {
    name: 'the server lets the plugin in no more',
    expected: 'log.access-denied',
    plant: pluginLog(
      'ERROR The remote server returned an error: (403) Forbidden.',
      'ERROR The remote server returned an error: (403) Forbidden.',
    ),
  },
  {
    name: 'an error nobody can explain is no proof',
    expected: 'arriving',
    plant: pluginLog('ERROR Квазинейтрон не сошёлся'),
  },
  {
    name: 'no log at all is no proof',
    expected: 'arriving',
    plant: (world) => {
      world.files.delete(PLUGIN_LOG);
      world.files.delete(TILL_LOG);
    },
  },
  {
    name: 'words of an error inside a harmless line',
    expected: 'arriving',
    plant: pluginLog('INFO  Licence check passed, no TimeoutException seen'),
  },
];
