package command

import (
	"fmt"
	"os"
	"regexp"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/parley-news/parley/internal/naming"
)

const rootHelp = `Parley reads news in many languages and tells the diplomacy in it: who spoke to whom,
when, where and at whose request; who said what; who says so; and where the accounts
differ. Every value comes with the words it was read from. A register keeps it: one
entry for one contact, every account side by side.`

// groups are the commands by what they are for.
func (a *app) groups() []group {
	return []group{
		{"Read", []*cobra.Command{a.readCommand(), a.addCommand()}},
		{"Serve a register", []*cobra.Command{a.serveCommand(), a.mcpCommand(), a.tokenCommand()}},
		{"Ask a register", []*cobra.Command{
			a.contactsCommand(), a.showCommand(), a.searchCommand(), a.statementsCommand(), a.positionsCommand(), a.commitmentsCommand(),
			a.actorsCommand(), a.upcomingCommand(), a.overdueCommand(),
		}},
		{"Keep a register", []*cobra.Command{
			a.correctCommand(), a.correctionsCommand(), a.exportCommand(), a.backupCommand(), a.checkCommand(),
		}},
		{"Parley itself", []*cobra.Command{a.worldCommand(), a.languagesCommand(), a.scoreCommand(), a.versionCommand()}},
	}
}

// group is some commands under one heading of the help.
type group struct {
	title    string
	commands []*cobra.Command
}

func (a *app) root() *cobra.Command {
	c := &cobra.Command{
		Use:   "parley",
		Short: "Read diplomatic contacts and statements in the news",
		Long:  rootHelp,
		Example: `  parley read article.txt                     what one article says
  parley read --format jsonl dispatches/      a folder, as JSON Lines
  parley add dispatches/                      keep what they say
  parley contacts --party France              what there was, and what is to come
  parley read --help                          all about one command`,
		Args:          cobra.ArbitraryArgs,
		SilenceUsage:  true,
		SilenceErrors: true,
		Version:       version(),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(c, args[0])
			}
			return c.Help()
		},
	}
	c.SetVersionTemplate("parley {{.Version}}\n")
	c.SetUsageTemplate(usageTemplate)
	c.SetIn(a.in)
	c.SetOut(a.out)
	c.SetErr(a.err)
	c.SetFlagErrorFunc(flagError)
	c.PersistentFlags().StringVar(&a.worldDir, "world", "", "read what is known of the world from this `DIR`, as world import writes it")
	c.CompletionOptions.HiddenDefaultCmd = true
	cobra.EnableCommandSorting = false
	for _, g := range a.groups() {
		c.AddGroup(&cobra.Group{ID: g.title, Title: g.title + ":"})
		for _, sub := range g.commands {
			sub.GroupID = g.title
			c.AddCommand(sub)
		}
	}
	c.SetHelpCommand(a.helpCommand())
	return c
}

func (a *app) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Explain a command",
		RunE: func(c *cobra.Command, args []string) error {
			found, rest, err := c.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return unknownCommand(c.Root(), args[len(args)-max(len(rest), 1)])
			}
			found.InitDefaultHelpFlag() // cobra does it only for the command that runs
			return found.Help()
		},
	}
}

// usageTemplate is cobra's, in plainer words and without the commands for
// programmers of shells.
const usageTemplate = `Usage:
  {{if .HasAvailableSubCommands}}{{.CommandPath}} COMMAND{{else}}{{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}{{$commands := .Commands}}{{range $group := .Groups}}

{{.Title}}{{range $commands}}{{if and (eq .GroupID $group.ID) .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if not .Groups}}

Commands:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{end}}{{if .HasExample}}

Examples:
{{.Example}}{{end}}{{if .HasAvailableLocalFlags}}

Flags:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

Flags of every command:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
`

func unknownCommand(c *cobra.Command, name string) error {
	var names []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	what := "command"
	if c.HasParent() {
		what = c.Name() + " command"
	}
	if near := naming.Nearest(name, names); len(near) > 0 {
		return fmt.Errorf("unknown %s %q; did you mean %s?", what, name, orList(near))
	}
	if _, err := os.Stat(name); err == nil && !c.HasParent() {
		return fmt.Errorf("unknown %s %q; to read that file: parley read %s", what, name, name)
	}
	return fmt.Errorf("unknown %s %q; there are %s", what, name, strings.Join(names, ", "))
}

var flagName = regexp.MustCompile(`-[^\s:]+`)

// flagError puts the parser's words about a flag into plain ones.
func flagError(c *cobra.Command, err error) error {
	if args := c.Flags().Args(); c.HasAvailableSubCommands() && len(args) > 0 {
		return unknownCommand(c, args[0])
	}
	msg, _, _ := strings.Cut(err.Error(), ": strconv.") // Go's own words
	if !strings.HasPrefix(msg, "unknown") {
		return fmt.Errorf("%s; %s --help explains the flags", msg, c.CommandPath())
	}
	name := flagName.FindString(msg)
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
	if near := naming.Nearest(name, names); len(near) > 0 {
		return fmt.Errorf("unknown flag %s; did you mean %s?", name, orList(near))
	}
	return fmt.Errorf("unknown flag %s; %s --help lists the flags", name, c.CommandPath())
}
