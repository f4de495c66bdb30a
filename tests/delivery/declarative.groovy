// Runs a declarative Jenkinsfile without Jenkins: knows the directives and steps that ours uses, refuses every other one, and prints each as
// it is reached.
//   groovy declarative.groovy Jenkinsfile [--branch B] [--env NAME=VALUE]… [--secret ID=VALUE]… [--exec]
// With --exec the `sh` steps really run. Ends with 0 if the pipeline succeeded, 1 if it failed, 2 if it is none.

class Invalid extends RuntimeException { Invalid(String what) { super(what) } }
class Failed extends RuntimeException { Failed(String what) { super(what) } }

/** What is known while the pipeline runs. */
class Run {
  Map<String, String> env = [:]
  Map<String, String> secrets = [:]
  boolean exec
  String result = 'SUCCESS'
  int depth = 0
  void say(String line) { println('  ' * depth + line) }
  void inside(Closure work) { depth++; try { work() } finally { depth-- } }
}

/** A block in which only the named words may be used; each is a closure that is given what follows it. */
class Scope extends GroovyObjectSupport {
  private final Run run
  private final String name
  private final Map words
  Scope(Run run, String name, Map words) { this.@run = run; this.@name = name; this.@words = words }
  Object invokeMethod(String word, Object args) {
    def known = this.@words
    if (!known.containsKey(word)) throw new Invalid("'$word' may not be used inside ${this.@name} {}")
    known[word](*(args as Object[]))
  }
  Object getProperty(String word) {
    if (word == 'env') return this.@run.env
    if (this.@words.containsKey(word)) return this.@words[word]()
    if (this.@run.env.containsKey(word)) return this.@run.env[word]
    throw new Invalid("'$word' is not known inside ${this.@name} {}")
  }
  void setProperty(String word, Object value) {
    if (this.@name != 'environment') throw new Invalid("'$word' may not be set inside ${this.@name} {}")
    if (value instanceof Map) this.@run.env.putAll([(word): value.secret, (word + '_USR'): value.user, (word + '_PSW'): value.secret])
    else this.@run.env[word] = value.toString()
  }
  void play(Closure block) {
    def copy = block.clone() as Closure
    copy.delegate = this
    copy.resolveStrategy = Closure.DELEGATE_FIRST
    copy()
  }
}

run = new Run()
def file = null
branch = 'main'
def pair = { String text -> text.split('=', 2) as List }
for (def words = args.iterator(); words.hasNext();) {
  def word = words.next()
  switch (word) {
    case '--branch': branch = words.next(); break
    case '--exec': run.exec = true; break
    case '--env': def (name, value) = pair(words.next()); run.env[name] = value; break
    case '--secret': def (id, value) = pair(words.next()); run.secrets[id] = value; break
    default: file = word
  }
}
run.env.BRANCH_NAME = branch

shell = { String script ->
  run.say("sh ${script.trim()}")
  if (!run.exec) return
  def process = new ProcessBuilder('sh', '-xe', '-c', script).redirectErrorStream(true)
  process.environment().putAll(run.env.collectEntries { name, value -> [name, value.toString()] })
  def code = process.inheritIO().start().waitFor()
  if (code != 0) throw new Failed("it ended with code $code: ${script.trim()}")
}

/** A report that a step publishes has to be there, and to be XML. */
published = { String step, String pattern ->
  run.say("$step $pattern")
  if (!run.exec) return
  def parser = new XmlSlurper(false, false, true)
  parser.setFeature('http://apache.org/xml/features/nonvalidating/load-external-dtd', false)
  def wanted = java.nio.file.FileSystems.default.getPathMatcher('glob:' + pattern.replace('**/', '{**/,}'))
  def found = 0
  def folder = new File(pattern.split('/').first())
  if (folder.exists()) folder.eachFileRecurse(groovy.io.FileType.FILES) { report ->
    if (!wanted.matches(report.toPath())) return
    parser.parse(report)
    found++
  }
  run.say("  $found found, XML")
  if (found == 0) throw new Failed("there is nothing for $step")
}

steps = [
  sh: { shell(it) },
  echo: { run.say("echo $it") },
  junit: { published('junit', it) },
  recordCoverage: { Map asked -> asked.tools.each { published('recordCoverage', it.pattern) } },
  retry: { int times, Closure block ->
    for (int turn = 1; ; turn++) {
      try { return inSteps(block) } catch (Failed failure) { if (turn == times) throw failure; run.say("once more: $failure.message") }
    }
  }
]
inSteps = { Closure block -> new Scope(run, 'steps', steps).play(block) }

/** Collects the blocks of a directive by their names; none may be there twice. */
collected = { String name, List known, Closure block ->
  def found = [:]
  def words = known.collectEntries { word -> [word, { Object... rest ->
    if (found.containsKey(word)) throw new Invalid("$word is there twice in $name")
    found[word] = rest.last()
  }] }
  new Scope(run, name, words).play(block)
  found
}
/** What came of some steps. One that fails fails the pipeline, whose other `post` steps are still done. */
attempted = { Closure work ->
  try { work() } catch (Failed failure) { run.say("FAILED: $failure.message"); return run.result = 'FAILURE' }
  'SUCCESS'
}

CONDITIONS = ['always', 'failure', 'success', 'unsuccessful', 'cleanup']

post = { Closure block, String result ->
  if (block == null) return
  def found = collected('post', CONDITIONS, block)
  def holds = [always: true, cleanup: true, success: result == 'SUCCESS', failure: result == 'FAILURE', unsuccessful: result != 'SUCCESS']
  CONDITIONS.findAll { holds[it] && found[it] }.each { condition ->
    run.say("post: $condition")
    run.inside { attempted { inSteps(found[condition]) } }
  }
}

/** A secret of Jenkins': `user:secret`, or the secret alone. A file, or a key, is there by its path. */
environment = [credentials: { String id ->
  def (user, secret) = (run.secrets[id] ?: "somebody:<$id>").split(':', 2) as List
  secret == null ? [user: '', secret: user] : [user: user, secret: secret]
}]

stage = { String name, Closure body ->
  def found = collected("stage('$name')", ['options', 'when', 'environment', 'steps', 'stages', 'post'], body)
  if ([found.steps, found.stages].count { it } != 1) throw new Invalid("stage '$name' needs either steps or stages")
  if (run.result == 'FAILURE') return run.say("stage '$name' is left out: one before it failed")
  def wanted = []
  if (found.when) new Scope(run, 'when', [branch: { wanted << (it == branch) }]).play(found.when)
  if (!wanted.every()) return run.say("stage '$name' is left out: not on this branch")
  run.say("stage '$name'")
  if (found.options) new Scope(run, 'options', [timeout: { run.say("  at most $it") }]).play(found.options)
  def result = 'SUCCESS'
  def before = new LinkedHashMap(run.env)
  if (found.environment) new Scope(run, 'environment', environment).play(found.environment)
  run.inside {
    if (found.stages) new Scope(run, 'stages', [stage: stage]).play(found.stages)
    else result = attempted { inSteps(found.steps) }
    post(found.post, result)
  }
  run.env = before
}

def word = { String name -> { Object... rest -> run.say("$name ${rest.join(' ')}".trim()) } }
def options = ['timeout', 'disableConcurrentBuilds', 'buildDiscarder', 'timestamps'].collectEntries { [it, word("option $it")] } +
  [logRotator: { Map kept -> "the last $kept.numToKeepStr" }]

pipeline = { Closure body ->
  def found = collected('pipeline', ['agent', 'triggers', 'options', 'environment', 'stages', 'post'], body)
  if (!found.agent || !found.stages) throw new Invalid('a pipeline needs an agent and stages')
  [agent: [label: word('agent with label')], triggers: [githubPush: word('trigger githubPush')], options: options, environment: environment].each { name, words -> if (found[name]) new Scope(run, name, words).play(found[name]) }
  new Scope(run, 'stages', [stage: stage]).play(found.stages)
  post(found.post, run.result)
  println "RESULT $run.result"
}

try {
  new GroovyShell(this.class.classLoader, new Binding([pipeline: pipeline])).evaluate(new File(file))
} catch (Invalid | org.codehaus.groovy.control.CompilationFailedException | MissingMethodException | MissingPropertyException problem) {
  println "INVALID $problem.message"
  System.exit(2)
}
System.exit(run.result == 'SUCCESS' ? 0 : 1)
