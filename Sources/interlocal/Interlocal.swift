import ArgumentParser
import Foundation

/// The command: one subcommand for each question a user asks.
@main
struct Interlocal: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interlocal",
    abstract: "Cooperation between governments: which dilemma, which mechanism, which deal, who pays.",
    discussion: """
      Example: interlocal new mycase --family jointFacility

      Put your figures in, and run: interlocal study mycase --out report

      Exit code 0 when there is an answer, 1 when the input has faults or no answer, 2 when it cannot be read or the \
      answer not be written, 64 when the command itself is mistyped.

      Shell completions: interlocal --generate-completion-script bash|zsh|fish
      """,
    version: "0.1.0",
    subcommands: [
      New.self, Check.self, Show.self, StudyCase.self, Diagnose.self, Appraise.self, ListMechanisms.self, Share.self,
      Negotiate.self, Mediate.self, Decide.self, SolveConflict.self, Schema.self,
      BeginRecord.self, SeedDemonstration.self, VerifyRecord.self, RebuildRecord.self, BackupRecord.self,
      RestoreRecord.self, ExportRecord.self, ImportRecord.self, ExamineRecord.self, LifeCycles.self, Serve.self,
      PrintPacket.self,
    ])

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let refusal as Refusal {
      warn("\(refusal)")
      Foundation.exit(refusal.exitCode)
    } catch {
      exit(withError: error)
    }
  }
}
