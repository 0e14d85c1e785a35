import type { Command, CommanderError } from 'commander';
import type { Output } from './context.ts';
import type { Bilingual } from './failure.ts';

const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng / Usage:',
  'Arguments:': 'Đối số / Arguments:',
  'Options:': 'Tùy chọn / Options:',
  'Commands:': 'Lệnh / Commands:',
};

/** Bilingual headings and errors; nothing here ends the process, so that commands can clean up. */
export const speakVietnamese = (program: Command, output: Output): Command =>
  program
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
    .configureOutput({ writeOut: (text) => output.line(text.trimEnd()), outputError: () => undefined })
    .helpOption('-h, --help', 'hiển thị trợ giúp / show help')
    .helpCommand('help [command]', 'hiển thị trợ giúp của một lệnh / show help of a command')
    .exitOverride();

const vietnameseUsage: Readonly<Record<string, string>> = {
  'commander.unknownCommand': 'Không có lệnh này',
  'commander.unknownOption': 'Không có tùy chọn này',
  'commander.missingArgument': 'Thiếu đối số',
  'commander.excessArguments': 'Thừa đối số',
  'commander.optionMissingArgument': 'Tùy chọn thiếu giá trị',
  'commander.missingMandatoryOptionValue': 'Thiếu tùy chọn bắt buộc',
  'commander.invalidArgument': 'Giá trị không hợp lệ',
  'commander.conflictingOption': 'Các tùy chọn mâu thuẫn nhau',
  'commander.help': 'Hãy chọn một lệnh',
};

export const usageText = (error: CommanderError): Bilingual => ({
  vi: `${vietnameseUsage[error.code] ?? 'Lệnh không hợp lệ'}${named(error)}. Xem: ledger --help`,
  en: error.message.replace(/^error: /u, '').replace(/\s*\n\s*/gu, ' '),
});

/** What the message is about, as commander quotes it first: the option, argument or command. */
const named = ({ message }: CommanderError): string => {
  const [, name] = /'([^']+)'/u.exec(message) ?? [];
  return name === undefined ? '' : `: ${name}`;
};

/** Asked for help or version: that is an answer, not an error. */
export const isAnswer = (error: CommanderError): boolean =>
  error.code === 'commander.helpDisplayed' || error.code === 'commander.version' || error.exitCode === 0;
