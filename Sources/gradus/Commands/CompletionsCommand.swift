import ArgumentParser

struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print a completion script for a shell.",
    discussion: """
      EXAMPLES:
        gradus completions bash > ~/.local/share/bash-completion/completions/gradus
        gradus completions zsh > ~/.zfunc/_gradus
        gradus completions fish > ~/.config/fish/completions/gradus.fish
      """)

  @Argument(help: "The shell.")
  var shell: Shell

  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash, zsh, fish
  }

  func run() throws {
    let kind: CompletionShell =
      switch shell {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    try Output.print(Gradus.completionScript(for: kind))
  }
}
