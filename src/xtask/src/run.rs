//! Running other programs.

use std::{
    env,
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// What a task comes to: its result, or a message for whoever called it.
pub type Outcome<T = ()> = Result<T, String>;

/// The repository, and where programs are looked for while working in it.
pub struct Workshop {
    /// The folder of the repository.
    pub root: PathBuf,
    path: OsString,
}

impl Workshop {
    /// The repository this crate belongs to, with `target/tools` first on the search path.
    pub fn new() -> Outcome<Self> {
        // Cargo names the folder anew on each run, so a moved repository is found too.
        let own = env::var_os("CARGO_MANIFEST_DIR").map_or_else(PathBuf::new, PathBuf::from);
        let root = own
            .ancestors()
            .find(|folder| folder.join("Trunk.toml").is_file())
            .ok_or("the repository was not found: call this as `cargo xtask`")?
            .to_path_buf();
        let tools = root.join("target/tools");
        let inherited = env::var_os("PATH").unwrap_or_default();
        let folders = [tools.join("bin"), tools.join("node_modules/.bin")]
            .into_iter()
            .chain(env::split_paths(&inherited));
        let path = env::join_paths(folders)
            .map_err(|error| format!("the search path cannot be extended: {error}"))?;
        Ok(Self { root, path })
    }

    /// The folder that tools are installed into.
    pub fn tools(&self) -> PathBuf {
        self.root.join("target/tools")
    }

    /// The folder that Trunk is building the page in, or `dist/`.
    pub fn page(&self) -> PathBuf {
        env::var_os("TRUNK_STAGING_DIR").map_or_else(|| self.root.join("dist"), PathBuf::from)
    }

    /// A program to be run in the repository's folder.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", &self.path);
        command
    }

    /// Cargo with these arguments, separated by spaces.
    pub fn cargo(&self, arguments: &str) -> Command {
        let mut command = self.command("cargo");
        command.args(arguments.split_whitespace());
        command
    }

    /// Where a program lies, if it is installed.
    pub fn find(&self, program: &str) -> Option<PathBuf> {
        env::split_paths(&self.path)
            .map(|folder| folder.join(format!("{program}{}", env::consts::EXE_SUFFIX)))
            .find(|file| file.is_file())
    }

    /// What a program prints as its version, if it is installed and runs.
    pub fn version(&self, program: &str) -> Option<String> {
        self.find(program)?;
        output(self.command(program).arg("--version")).ok()
    }
}

/// Shows a command, runs it, and lets what it prints through.
pub fn run(command: &mut Command) -> Outcome {
    println!("$ {}", line(command));
    let status = command.status().map_err(|error| unstarted(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status})", line(command))) }
}

/// Runs a command and returns what it prints.
pub fn output(command: &mut Command) -> Outcome<String> {
    let output =
        command.stdin(Stdio::null()).output().map_err(|error| unstarted(command, &error))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        let reason = String::from_utf8_lossy(&output.stderr);
        Err(format!("`{}` failed: {}", line(command), reason.trim()))
    }
}

/// Copies all that is in a folder into another, which is made where it is not there.
pub fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Reads a text file.
pub fn read(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))
}

/// The files of a folder whose names end so, in the order of their names.
pub fn files_ending(folder: &Path, ending: &str) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)
        .map_err(|error| format!("{} cannot be read: {error}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|file| file.to_string_lossy().ends_with(ending))
        .collect();
    files.sort();
    Ok(files)
}

fn unstarted(command: &Command, error: &io::Error) -> String {
    let program = command.get_program().to_string_lossy();
    if error.kind() == io::ErrorKind::NotFound {
        format!("`{program}` is not installed")
    } else {
        format!("`{program}` did not start: {error}")
    }
}

/// The command as one would type it.
fn line(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
