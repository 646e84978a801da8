package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/parley-news/parley/internal/export"
	"github.com/parley-news/parley/internal/web/access"
)

const tokenHelp = `Token makes, lists and revokes the tokens by which people and programs say who they are to
parley serve. A reader may read, an editor may add documents and correct entries too, an
administrator sees the audit log and the tokens as well.

Only the SHA-256 of a token is kept, in a file beside the register: what create prints
is told once.`

func (a *app) tokenCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "token",
		Short: "Say who may read and change a register that is served",
		Long:  tokenHelp,
		Example: `  parley token create --name desk --role editor
  parley token create --name newsroom --role reader --expires 90d > token.txt
  parley token list
  parley token revoke 2`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(c, args[0])
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(a.tokenCreateCommand(), a.tokenListCommand(), a.tokenRevokeCommand())
	return c
}

// withKeeper opens what is known of tokens beside the register, which must be there.
func (a *app) withKeeper(ctx context.Context, do func(*access.Keeper) error) error {
	path, err := a.registerPath()
	if err != nil {
		return failed(err)
	}
	if _, err := os.Stat(path); err != nil {
		return failed(fmt.Errorf("there is no register at %s; parley add makes one, or --register names another", path))
	}
	k, err := access.Open(ctx, path+access.Suffix, access.Options{Now: a.now})
	if err != nil {
		return failed(err)
	}
	return errors.Join(failed(do(k)), failed(k.Close()))
}

// here is what the user of this machine does, for the audit log.
func here(action, detail string) access.Event {
	return access.Event{Who: access.Local, Role: access.Administrator, Action: action, Detail: detail}
}

func (a *app) tokenCreateCommand() *cobra.Command {
	var name, role, expires string
	c := &cobra.Command{
		Use:   "create",
		Short: "Make a token and print it",
		Args:  noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if strings.TrimSpace(name) == "" {
				return errors.New("say whose token it is with --name")
			}
			if err := oneOf("--role", role, access.Roles...); err != nil {
				return err
			}
			until, err := a.expiry(expires)
			if err != nil {
				return err
			}
			return a.withKeeper(c.Context(), func(k *access.Keeper) error {
				var secret string
				var t access.Token
				err := k.Do(c.Context(), here("create-token", strings.TrimSpace(name)+" as "+role), func() (err error) {
					secret, t, err = k.Create(c.Context(), name, access.Role(role), until)
					return err
				})
				if err != nil {
					return err
				}
				fmt.Fprintf(a.err, "Token %d, for %s as %s. It is printed this once:\n", t.ID, t.Name, t.Role)
				fmt.Fprintln(a.out, secret)
				return nil
			})
		},
	}
	a.registerFlag(c)
	c.Flags().StringVar(&name, "name", "", "whose token it is, or what for: a `NAME`")
	c.Flags().StringVar(&role, "role", "reader", "what it allows, a `ROLE`: "+orList(access.Roles))
	c.Flags().StringVar(&expires, "expires", "", "until `WHEN` it is good: a day as 2027-01-31, or a time from now as 90d or 12h; without it until it is revoked")
	return c
}

// expiry reads when a token expires: the end of a day, or a time from now.
func (a *app) expiry(s string) (*time.Time, error) {
	if s == "" {
		return nil, nil
	}
	until := a.now()
	if day, err := time.ParseInLocation(time.DateOnly, s, until.Location()); err == nil {
		until = day.AddDate(0, 0, 1)
	} else if days, ok := strings.CutSuffix(s, "d"); ok {
		n, err := strconv.Atoi(days)
		if err != nil {
			return nil, fmt.Errorf("--expires %q is no time; write it as 90d, 12h or 2027-01-31", s)
		}
		until = until.AddDate(0, 0, n)
	} else {
		d, err := time.ParseDuration(s)
		if err != nil {
			return nil, fmt.Errorf("--expires %q is no time; write it as 90d, 12h or 2027-01-31", s)
		}
		until = until.Add(d)
	}
	if until.Year() > 9999 {
		return nil, fmt.Errorf("--expires %s lies too far ahead; without the flag a token is good until it is revoked", s)
	}
	if !until.After(a.now()) {
		return nil, fmt.Errorf("--expires %s has passed already", s)
	}
	return &until, nil
}

func (a *app) tokenListCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "list",
		Short: "List the tokens, without what is secret of them",
		Args:  noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			return a.withKeeper(c.Context(), func(k *access.Keeper) error {
				all, err := k.List(c.Context())
				if err != nil {
					return err
				}
				if len(all) == 0 {
					fmt.Fprintln(a.err, "There is no token; parley token create makes one.")
					return nil
				}
				look := (&lookOptions{color: "auto"}).look(a, a.out)
				g := export.NewGrid(look, tokenColumns...)
				for _, t := range all {
					g.Row(tokenCells(t)...)
				}
				return g.Print(a.out)
			})
		},
	}
	a.registerFlag(c)
	return c
}

var tokenColumns = []export.Column{
	{Title: "id", Right: true}, {Title: "name", Least: 8}, {Title: "role"}, {Title: "made"}, {Title: "used"}, {Title: "good"},
}

func tokenCells(t access.Token) []export.Cell {
	day := func(at *time.Time) string {
		if at == nil {
			return "never"
		}
		return export.Day(at.Format(time.DateOnly))
	}
	good := "until revoked"
	switch {
	case t.Revoked != nil:
		good = "revoked " + day(t.Revoked)
	case !t.Valid:
		good = "expired " + day(t.Expires)
	case t.Expires != nil:
		good = "until " + day(t.Expires)
	}
	var out []export.Cell
	for _, s := range []string{strconv.FormatInt(t.ID, 10), t.Name, string(t.Role), day(&t.Created), day(t.Used), good} {
		out = append(out, export.Cell{Text: s})
	}
	return out
}

func (a *app) tokenRevokeCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "revoke ID",
		Short: "End a token, and the sessions that began with it",
		Args:  arguments(1, 1, "the id of a token"),
		RunE: func(c *cobra.Command, args []string) error {
			id, err := strconv.ParseInt(args[0], 10, 64)
			if err != nil {
				return fmt.Errorf("%q is no id of a token; parley token list shows them", args[0])
			}
			return a.withKeeper(c.Context(), func(k *access.Keeper) error {
				err := k.Do(c.Context(), here("revoke-token", "token "+args[0]), func() error { return k.Revoke(c.Context(), id) })
				if errors.Is(err, access.ErrNoToken) {
					return fmt.Errorf("there is no token %d; parley token list shows them", id)
				}
				if err != nil {
					return err
				}
				fmt.Fprintf(a.err, "Token %d is revoked.\n", id)
				return nil
			})
		},
	}
	a.registerFlag(c)
	return c
}
