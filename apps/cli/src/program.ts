import { Command, CommanderError } from 'commander';
import { calendarCommand } from './commands/calendar.ts';
import { circulationCommand } from './commands/circulation.ts';
import { authorityCommand } from './commands/authority.ts';
import { candidatesCommand } from './commands/candidates.ts';
import { consultationsCommand } from './commands/consultations.ts';
import { custodyCommand } from './commands/custody.ts';
import { demoCommand } from './commands/demo.ts';
import { doctorCommand } from './commands/doctor.ts';
import { dossierCommand } from './commands/dossier.ts';
import { eraseCommand } from './commands/erase.ts';
import { evidenceCommand } from './commands/evidence.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { officeCommand } from './commands/office.ts';
import { rebuildCommand } from './commands/rebuild.ts';
import { recommendationsCommand } from './commands/recommendations.ts';
import { rulesCommand } from './commands/rules.ts';
import { startCommand } from './commands/start.ts';
import { statsCommand } from './commands/stats.ts';
import { submissionsCommand } from './commands/submissions.ts';
import { tasksCommand } from './commands/tasks.ts';
import { trailCommand } from './commands/trail.ts';
import { verifyCommand } from './commands/verify.ts';
import { witnessCommand } from './commands/witness.ts';
import type { CliContext } from './frame/context.ts';
import { both } from './frame/command.ts';
import { AlreadySaid, CliFailure, explain, type Bilingual, type ExitCode } from './frame/failure.ts';
import { isAnswer, speakVietnamese, usageText } from './frame/usage.ts';

const commands: readonly ((context: CliContext) => Command)[] = [
  startCommand,
  demoCommand,
  importCommand,
  trailCommand,
  dossierCommand,
  custodyCommand,
  candidatesCommand,
  calendarCommand,
  consultationsCommand,
  tasksCommand,
  recommendationsCommand,
  officeCommand,
  submissionsCommand,
  circulationCommand,
  rulesCommand,
  authorityCommand,
  statsCommand,
  exportCommand,
  verifyCommand,
  eraseCommand,
  rebuildCommand,
  doctorCommand,
  evidenceCommand,
  witnessCommand,
];

const createProgram = (context: CliContext): Command => {
  const program = speakVietnamese(new Command('ledger'), context.output).description(
    both({
      vi: 'Sổ cái trách nhiệm: ai giữ hồ sơ, từ khi nào, trên cơ sở nào, và vì sao hồ sơ đứng lại.',
      en: 'Accountability ledger: who held what, since when, on what basis, and why it stalled.',
    }),
  );
  // An option belongs to the command it follows: `rules publish --json` speaks to publish.
  program.enablePositionalOptions();
  for (const command of commands) program.addCommand(settled(command(context), program));
  return program;
};

/** Words and manners of the parent, down to the last subcommand. */
const settled = (command: Command, parent: Command): Command => {
  command.copyInheritedSettings(parent);
  for (const inner of command.commands) settled(inner, command);
  return command;
};

/** Runs one command line and answers its exit code; never ends the process itself. */
export const runCli = async (args: readonly string[], context: CliContext): Promise<ExitCode> => {
  try {
    await createProgram(context).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    return reportEnd(error, args.includes('--json'), context);
  }
};

const reportEnd = (error: unknown, asJson: boolean, context: CliContext): ExitCode => {
  if (error instanceof CommanderError) {
    if (isAnswer(error)) return 0;
    say(usageText(error), asJson, context);
    return 2;
  }
  if (error instanceof AlreadySaid) return error.exitCode;
  if (error instanceof CliFailure) {
    say(error.text, asJson, context);
    return error.exitCode;
  }
  say({ vi: 'Lỗi ngoài dự kiến.', en: explain(error) }, asJson, context);
  if (context.env['LEDGER_LOG_LEVEL'] === 'debug' && error instanceof Error) context.output.note(error.stack ?? '');
  return 1;
};

const say = (text: Bilingual, asJson: boolean, context: CliContext): void =>
  context.output.note(
    asJson ? JSON.stringify({ error: { message: text.vi, messageEn: text.en } }) : `${text.vi}\n${text.en}`,
  );
