package cli

import (
	"runtime"

	"github.com/anmitsu/go-shlex"

	"voxatlas/data/settings"
	"voxatlas/ui/pager"
)

// defaultPager is the pager where no setting names one, and noPager a word for none.
const (
	defaultPager = "less -FRX"
	noPager      = "cat"
)

// pagerSetting returns the command of the pager, and the place that it comes from: the
// settings, else $PAGER, else the default, of which Windows has none.
func (p *program) pagerSetting() setting {
	if p.options.noPager {
		return setting{origin: fromOption, name: "--no-pager"}
	}
	if s, ok := p.settings[settings.Pager]; ok {
		return s
	}
	if command := p.env.Getenv("PAGER"); command != "" {
		return setting{Value: settings.Value{Texts: []string{command}}, origin: fromVariable, name: "PAGER"}
	}
	s := setting{origin: fromDefault}
	if runtime.GOOS != "windows" {
		s.Texts = []string{defaultPager}
	}
	return s
}

// startPaging makes the output go through the pager as soon as it is longer than the
// terminal. Output that goes to no terminal, or to a client over SSH, does not, nor does
// plain output: pagers move the cursor.
func (p *program) startPaging() {
	if p.pager != nil || p.showsLines() || p.env.Remote || !p.env.Terminal || p.env.Height <= 0 {
		return
	}
	command, err := shlex.Split(p.pagerSetting().Text(), true)
	if err != nil || len(command) == 0 || command[0] == noPager {
		return
	}
	p.flush()
	p.pager = pager.New(p.env.Out, p.env.Width, p.env.Height, command)
	p.out.Reset(p.pager)
}

// endPaging writes the rest of the output, waits for the user to leave the pager, if it
// runs, and prints the messages that waited. Later output is not paged.
func (p *program) endPaging() {
	if p.pager == nil {
		return
	}
	p.flush()
	err := p.pager.Close()
	p.pager = nil
	p.out.Reset(p.env.Out)
	p.handleOutputError(err)
	for _, line := range p.messages {
		p.printMessage(line)
	}
	p.messages = nil
}
