import { backFillCommand } from './back-fill-command.ts';
import { backupListCommand, backupMakeCommand, backupRestoreCommand } from './backup-commands.ts';
import { callCommand } from './call-command.ts';
import type { Command } from './command.ts';
import {
  configCheckCommand,
  configDiffCommand,
  configFindCommand,
  configGetCommand,
  configHistoryCommand,
} from './config-read-commands.ts';
import { configTopologyCommand } from './config-topology-command.ts';
import {
  configRestoreCommand,
  configSetCommand,
  configUndoCommand,
} from './config-write-commands.ts';
import { connectBizCommand } from './connect-biz-command.ts';
import { connectCommand } from './connect-command.ts';
import { connectServerCommand } from './connect-server-command.ts';
import { demoFillCommand } from './demo-fill-command.ts';
import { demoServeCommand } from './demo-serve-command.ts';
import {
  mappingAssignCommand,
  mappingShowCommand,
  mappingUndoCommand,
} from './mapping-commands.ts';
import { diagnoseCommand } from './diagnose-command.ts';
import { explainCommand } from './explain-command.ts';
import { importOrdersCommand, undoImportCommand } from './import-orders-command.ts';
import { importCostsCommand, importSpendCommand } from './import-tables-commands.ts';
import { importVisitsCommand } from './import-visits-command.ts';
import { provisionCommand } from './provision-command.ts';
import { reportCommand } from './report-command.ts';
import { statusCommand } from './status-command.ts';
import { syncCommand } from './sync-command.ts';
import { topicsCommand } from './topics-command.ts';
import { verifyCommand } from './verify-command.ts';
import { zonesCheckCommand } from './zones-check-command.ts';
import { zonesExportCommand, zonesLocateCommand } from './zones-file-commands.ts';
import { zonesRepairCommand } from './zones-repair-command.ts';
import { zonesRehearseCommand } from './zones-rehearse-command.ts';

/** Everything the command line can do; longer names first, since `demo` begins `demo serve`. */
export const COMMANDS: readonly Command[] = [
  topicsCommand,
  callCommand,
  connectCommand,
  connectServerCommand,
  backFillCommand,
  connectBizCommand,
  syncCommand,
  statusCommand,
  verifyCommand,
  diagnoseCommand,
  configFindCommand,
  configCheckCommand,
  configGetCommand,
  configSetCommand,
  configHistoryCommand,
  configUndoCommand,
  configRestoreCommand,
  configDiffCommand,
  configTopologyCommand,
  mappingShowCommand,
  mappingAssignCommand,
  mappingUndoCommand,
  explainCommand,
  importVisitsCommand,
  importOrdersCommand,
  undoImportCommand,
  importSpendCommand,
  importCostsCommand,
  reportCommand,
  provisionCommand,
  backupMakeCommand,
  backupListCommand,
  backupRestoreCommand,
  zonesCheckCommand,
  zonesRepairCommand,
  zonesLocateCommand,
  zonesExportCommand,
  zonesRehearseCommand,
  demoServeCommand,
  demoFillCommand,
];
