//! `seeds FOLDER`: writes the fixtures that each target starts from to `FOLDER/<target>`.

use p2s_fuzzing::Target;
use std::path::Path;

fn main() -> std::io::Result<()> {
    let folder = std::env::args_os().nth(1).unwrap_or_else(|| "seeds".into());
    let cases = p2s_fixtures::cases();
    for target in Target::ALL {
        let folder = Path::new(&folder).join(target.name());
        std::fs::create_dir_all(&folder)?;
        // This fixture contains ten packages with a program each. Inputs derived from it would take up most of the
        // time.
        let cheap = |path: &str| path != "bombs/packages-inside.zip";
        let wanted = |path: &str| target.accepts_seed(path) && cheap(path);
        for case in cases.iter().filter(|case| wanted(&case.path)) {
            std::fs::write(folder.join(case.path.replace('/', "-")), &case.bytes)?;
        }
    }
    Ok(())
}
